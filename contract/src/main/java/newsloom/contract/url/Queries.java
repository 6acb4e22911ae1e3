package newsloom.contract.url;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parameters that say where a reader came from or who is asking, never which page is meant. Names that sites also use for
 * content ({@code id}, {@code ref}, {@code source}, {@code cid}, {@code page}, {@code m}, {@code mod}) are kept.
 */
final class Queries {
    private static final Set<String> PREFIXES =
            Set.of("utm_", "mtm_", "piwik_", "matomo_", "hsa_", "at_custom", "at_link_");

    private static final Set<String> NAMES = Set.of("""
            fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id srsltid epik rdt_cid
            fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map
            _ga _gl _gac _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id
            vero_id vero_conv s_cid s_kwcid ef_id _openstat xtor wt_mc wt.mc_id ocid cmpid ftag ref_src ref_url
            pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid
            at_medium at_campaign at_campaign_type at_format at_ptr_name at_bbc_team at_creation at_variant
            ns_mchannel ns_source ns_campaign ns_linkname ns_fee
            __twitter_impression __source guccounter guce_referrer guce_referrer_sig spm _branch_match_id _branch_referrer
            soc_src soc_trk tsrc smid smtyp sr_share trkcampaign
            amp_js_v amp_gsa amp_tf amp_ct usqp
            jsessionid phpsessid cfid cftoken zenid oscsid
            """.strip().split("\\s+"));

    private static final Pattern AMP = Pattern.compile("(?i)amp(=(1|true|yes)?)?|outputtype=amp");

    /** The same page laid out for paper. */
    private static final Pattern PRINT =
            Pattern.compile("(?i)(print|printable|printview|print_view|printer_friendly)(=(1|true|yes|y)?)?"
                    + "|(view|output|format|mode|layout|style)=(print|printable|printer)");

    private static final Pattern SESSION =
            Pattern.compile("(?i)(s|sid|session|sessionid|session_id)=[0-9a-f]{32}|aspsessionid[a-z]*=.*");

    private Queries() {}

    /** The query without such parameters, the others in the order given; may be empty. */
    static String reduce(String query) {
        return query.isEmpty()
                ? query
                : Arrays.stream(query.split("&", -1)).filter(Queries::isMeant).collect(Collectors.joining("&"));
    }

    private static boolean isMeant(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && !NAMES.contains(name)
                && PREFIXES.stream().noneMatch(name::startsWith)
                && !AMP.matcher(parameter).matches()
                && !PRINT.matcher(parameter).matches()
                && !SESSION.matcher(parameter).matches();
    }
}
