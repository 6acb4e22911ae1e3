package newsloom.contract.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the labels of a host say. Hosts come in lower case, international ones in punycode. */
final class Hosts {
    /** Labels that serve the same pages in another form. */
    private static final Set<String> ALIASES = Set.of("www", "m", "amp", "mobile");

    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    private Hosts() {}

    /**
     * The host without labels that only name another form of the same site, and only in front of a registrable domain or
     * one of its names: {@code www.example.com}, {@code m.example.com} and {@code en.m.example.com} lose theirs, {@code www.gov.uk}
     * and {@code m.com} do not.
     */
    static String main(String host) {
        Optional<String> domain = registrableDomain(host);
        return domain.map(name -> strip(host, name)).orElse(host);
    }

    /** The name a public suffix sells, {@code example.co.uk}; empty for addresses, single labels and bare suffixes. */
    static Optional<String> registrableDomain(String host) {
        if (host.indexOf('.') < 0 || ADDRESS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return EffectiveTldFinder.getEffectiveTLD(host) == null
                    ? Optional.of(lastTwoLabels(host))
                    : Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host, true, false));
        } catch (RuntimeException e) { // a label that IDN refuses
            return Optional.empty();
        }
    }

    /** The public suffix list's rule for a suffix it does not hold, which {@code getAssignedDomain} leaves out. */
    private static String lastTwoLabels(String host) {
        return host.substring(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
    }

    private static String strip(String host, String domain) {
        if (host.length() <= domain.length() || !host.endsWith("." + domain)) {
            return host;
        }
        StringBuilder kept = new StringBuilder();
        for (String label :
                host.substring(0, host.length() - domain.length() - 1).split("\\.", -1)) {
            if (!ALIASES.contains(label)) {
                kept.append(label).append('.');
            }
        }
        return kept + domain;
    }
}
