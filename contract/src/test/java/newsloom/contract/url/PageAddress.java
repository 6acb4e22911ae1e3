package newsloom.contract.url;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What tells one page from another, and the many addresses it may have. Equal when it is the same page. */
record PageAddress(String host, List<String> path, Map<String, String> parameters) {
    private static final String[] HOSTS = {
        "example.com", "news.example.com", "example.co.uk", "other.example", "www.gov.uk"
    };
    private static final String[] SEGMENTS = {
        "2026", "story-1", "Story-1", "a.html", "b", "caf\u00e9", "a_b~c", "x,1", "index", "id=7"
    };
    private static final String[] NAMES = {"id", "p", "page", "article", "v", "s", "ref", "source", "q", "ID", "lang"};
    private static final String[] VALUES = {"1", "2", "12", "a", "A", "a-b", "\u20ac", "x.y", "2026-03-01", "0"};
    private static final String[] TRACKING = {
        "utm_source=x",
        "UTM_MEDIUM=y",
        "fbclid=Iw_1",
        "gclid=2",
        "_ga=1.2",
        "mc_eid=3",
        "PHPSESSID=4",
        "xtor=RSS-1",
        "amp=1",
        "ref_src=z"
    };

    static PageAddress random(Random random) {
        List<String> path = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.add(pick(random, SEGMENTS));
        }
        Map<String, String> parameters = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parameters.put(pick(random, NAMES), pick(random, VALUES));
        }
        return new PageAddress(pick(random, HOSTS), List.copyOf(path), Map.copyOf(parameters));
    }

    String plain() {
        return "https://" + host + "/" + String.join("/", path) + query(parameters());
    }

    /** Another address of the same page: what never matters is changed at random. */
    String disguised(Random random) {
        StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "HTTPS://");
        boolean alias = !host.startsWith("www.") && random.nextInt(3) == 0;
        String name = (alias ? pick(random, "www.", "m.", "amp.") : "") + host;
        url.append(random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT));
        url.append(url.charAt(4) == ':' ? pick(random, "", ":80") : pick(random, "", ":443"));
        for (String segment : path) {
            url.append(pick(random, "/", "/", "//", "/./", "/x/../")).append(encoded(segment, random));
        }
        url.append(pick(random, path.isEmpty() ? "" : ";jsessionid=0F", "", "/", "/index.html", "/index.php"));
        url.append(disguisedQuery(random));
        return url.append(pick(random, "", "#", "#top", "#/x?id=9")).toString();
    }

    private String disguisedQuery(Random random) {
        List<String> all = new ArrayList<>();
        parameters.forEach((name, value) -> all.add(name + "=" + encoded(value, random)));
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(pick(random, TRACKING));
        }
        Collections.shuffle(all, random);
        return all.isEmpty() ? pick(random, "", "?") : "?" + String.join(pick(random, "&", "&amp;"), all);
    }

    private static String query(Map<String, String> parameters) {
        List<String> all = new ArrayList<>();
        parameters.forEach((name, value) -> all.add(name + "=" + value));
        return all.isEmpty() ? "" : "?" + String.join("&", all);
    }

    /** Letters and digits as percent codes here and there, in either case. */
    private static String encoded(String text, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean code =
                    c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0) && random.nextInt(8) == 0;
            out.append(code ? String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", (int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
