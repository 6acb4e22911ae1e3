package newsloom.cleaner.extract.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.page.Passage;

/**
 * A few words about the author at the end of a text: they begin with a name that stands in the byline and nowhere else in the text, and say what that person does. Of whom the text
 * tells, it tells more than once.
 */
public final class AuthorNotes {

    private static final int MAX_WORDS = 60;
    private static final int MAX_BYLINE_WORDS = 12;

    private static final Pattern NOTE = Pattern.compile(
            "^((?:\\p{Lu}[\\p{L}.'’-]*,? ){1,3}\\p{Lu}[\\p{L}'’-]+),? "
                    + "(?:is|was|has (?:been|covered|written|reported|worked)|writes|covers|reports|joined|works|lives|ist|war|schreibt|berichtet|arbeitet|leitet|est|écrit|couvre|travaille|es|escribe|cubre|trabaja|è|scrive|lavora|é|escreve|cobre|is een|schrijft|werkt|är|skriver|er|jest|pisze|пишет|работает)(?!\\p{L})");

    private AuthorNotes() {}

    /**
     * Whether the last of the kept passages is one.
     *
     * @param all of the page
     * @param kept at least one
     */
    public static boolean last(List<? extends Passage> all, List<? extends Passage> kept) {
        Passage last = kept.get(kept.size() - 1);
        Matcher note = NOTE.matcher(last.text());
        if (last.shape().words() > MAX_WORDS || kept.size() == 1 || !note.find()) {
            return false;
        }
        String name = note.group(1);
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        boolean told = kept.subList(0, kept.size() - 1).stream()
                .anyMatch(passage -> passage.text().contains(surname));
        return !told
                && all.subList(0, last.index()).stream()
                        .anyMatch(passage -> passage.shape().words() <= MAX_BYLINE_WORDS
                                && passage.text().contains(name));
    }
}
