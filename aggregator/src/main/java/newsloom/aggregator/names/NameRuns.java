package newsloom.aggregator.names;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.aggregator.names.SpacedWords.Word;

/** How far the words behind or before a cue may be a name: till punctuation, another cue or a word that is in no name. */
final class NameRuns {
    /** So many words a person's name has, at the least where it stands alone. */
    static final int PERSON = 2;

    private static final Cues CUES = Cues.SHIPPED;
    private static final List<String> CUE_LISTS = Stream.of(
                    Cues.SORTS_BEFORE, List.of("before-person", "office", "domain"), Cues.SORTS_BEHIND)
            .flatMap(List::stream)
            .toList();
    private static final Pattern LETTERS =
            Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsDevanagari}\\p{M}\\u200c'-]{2,}");
    private static final String ARABIC = "ar";
    /** Arabic names of origin, the last of a name. */
    private static final Pattern OF_ORIGIN = Pattern.compile("ال.{2,}ي");
    /** Arabic "for the". */
    private static final Pattern FOR_THE = Pattern.compile("لل.+");
    /** Arabic "and" before a word, which no later part of a name has. */
    private static final Pattern AND = Pattern.compile("و.{3,}");

    /** Arabic prepositions before nouns that begin like verbal nouns, and verbs in the present or future; few given names begin so. */
    private static final Pattern PREPOSITION_OR_VERB = Pattern.compile("(?:ل[تم]|ب[سبت]|س[يتن]|ي[^ا]|وال).{3,}");

    private final boolean arabic;
    private final Particles particles;
    private final List<Word> words;
    private final Set<String> noName;
    private final Set<String> cues;
    private final Set<String> articles;
    private final Set<String> firstPart;
    private final Set<String> secondPart;

    NameRuns(String language, List<Word> words) {
        this.arabic = language.equals(ARABIC);
        this.particles = Particles.of(language);
        this.words = words;
        this.noName = CUES.of("no-name", language);
        this.articles = CUES.of("article", language);
        this.firstPart = CUES.of("first-part", language);
        this.secondPart = CUES.of("second-part", language);
        this.cues = CUE_LISTS.stream()
                .flatMap(list -> CUES.of(list, language).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The cue that stands there, without particles. */
    String cue(int at) {
        return particles.word(words.get(at).form(), cues).orElseThrow();
    }

    boolean isCue(int at) {
        return cues.contains(words.get(at).form());
    }

    static boolean isOfOrigin(String word) {
        return OF_ORIGIN.matcher(word).matches();
    }

    boolean hasArticle(String word) {
        return articles.stream().anyMatch(article -> word.startsWith(article) && word.length() > article.length() + 2);
    }

    /** The same, where nothing but a space stands before. */
    int endBeside(int from, int most) {
        return from < words.size() && words.get(from).joined() ? end(from, most) : from;
    }

    /** Behind two, and an Arabic name of origin; {@code from} where it begins like no name. */
    int endOfPerson(int from) {
        if (arabic
                && from < words.size()
                && PREPOSITION_OR_VERB.matcher(words.get(from).form()).matches()) {
            return from;
        }
        int end = end(from, PERSON);
        boolean origin = end - from == PERSON
                && end < words.size()
                && words.get(end).joined()
                && isName(end)
                && isOfOrigin(words.get(end).form())
                && !isOfOrigin(words.get(end - 1).form());
        return origin ? end + 1 : end;
    }

    /** Behind so many words that may be a name's, and such as never stand alone; {@code from} where there are none. */
    int end(int from, int most) {
        int end = from;
        int left = most;
        while (end < words.size() && (end == from || words.get(end).joined()) && (left > 0 || isSecondPart(end))) {
            if (!(end > from && isSecondPart(end))
                    && (!isName(end)
                            || (end > from
                                    && arabic
                                    && AND.matcher(words.get(end).form()).matches()))) {
                break;
            }
            left -= firstPart.contains(words.get(end).form()) ? 0 : 1;
            end++;
        }
        return end > from && firstPart.contains(words.get(end - 1).form()) ? from : end;
    }

    private boolean isSecondPart(int at) {
        return secondPart.contains(words.get(at).form());
    }

    /** Where a name begins that ends with this word; -1 where it is none. */
    int start(int at) {
        int from = at;
        while (from > 0
                && words.get(from).joined()
                && (isSecondPart(from) || firstPart.contains(words.get(from - 1).form()))
                && isName(from - 1)) {
            from--;
        }
        return isName(from) ? from : -1;
    }

    /** Whether nothing of a name can stand there. */
    boolean isEnd(int at) {
        return at >= words.size() || !words.get(at).joined() || !isName(at);
    }

    boolean isName(int at) {
        if (at >= words.size()) {
            return false;
        }
        String word = words.get(at).form();
        return LETTERS.matcher(word).matches()
                && !(arabic && FOR_THE.matcher(word).matches())
                && particles.word(word, noName).isEmpty()
                && particles.word(word, cues).isEmpty();
    }
}
