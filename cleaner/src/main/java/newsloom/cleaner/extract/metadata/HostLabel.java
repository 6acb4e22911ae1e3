package newsloom.cleaner.extract.metadata;

import java.util.List;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.words.Names;

/** What a site is called as far as its address tells: {@code harbourpost} of {@code https://www.harbourpost.example/a}. Names are compared without spaces and regardless of case. */
record HostLabel(String label) {

    private static final int MIN_CHARS = 3;
    private static final Pattern WWW = Pattern.compile("^www\\.");
    private static final int NAME_WORDS = 2;

    static HostLabel of(String url) {
        String site = WWW.matcher(PageUrls.site(url)).replaceFirst("");
        return new HostLabel(site.contains(".") ? site.substring(0, site.indexOf('.')) : site);
    }

    /** Whether the name is that of the site, or ends with it ("The Harbour Post"), or the site's ends with it. */
    boolean names(String name) {
        String joined = String.join("", Names.words(name));
        return !label.isEmpty() && joined.length() >= MIN_CHARS && (joined.endsWith(label) || label.endsWith(joined));
    }

    /** The names that are not the site's, each without the site's behind it; all of them where none is left. */
    List<String> without(List<String> names) {
        List<String> people =
                names.stream().map(this::without).filter(name -> !names(name)).toList();
        return people.isEmpty() ? names : people;
    }

    /** Without the site's name, where it stands behind two words and more: {@code Ada Quist Harbour Post}. */
    String without(String name) {
        String[] words = name.split(" ", -1);
        for (int from = NAME_WORDS; from < words.length; from++) {
            if (names(String.join(" ", List.of(words).subList(from, words.length)))) {
                return String.join(" ", List.of(words).subList(0, from));
            }
        }
        return name;
    }
}
