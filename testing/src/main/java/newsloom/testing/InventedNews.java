package newsloom.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.ExtractionMethod;
import newsloom.contract.v1.PageKind;

/**
 * News without end, the same for the same seed: happenings begin, are told by several sites for some days in words of their own over
 * a ground of everyday words, and are told no more. Fetch times go on at an even pace, publications are up to five hours earlier. Not
 * thread-safe.
 */
public final class InventedNews {
    private static final int VOCABULARY = 30_000;
    private static final int RARE = 4_000_000;
    private static final int OWN_WORDS = 14;
    private static final int NAMES = 4;
    private static final int SITES = 5_000;
    private static final int SENTENCES = 9;
    private static final String[] GROUND =
            ("the of and to in a that for on with said was by at from as be are will it is has have not they"
                            + " were their had after more than who people also would about when which there last year time two new other one before"
                            + " could first over some into out up all only because")
                    .split(" ");

    private final Random random;
    private final Instant begin;
    private final Duration pace;
    private final int articlesEach;
    private final int atOnce;
    private final String language;
    private final List<Happening> going = new ArrayList<>();
    private int number;
    private int happenings;

    private record Happening(int number, List<String> words, List<String> names, List<String> figures, String quote) {}

    /**
     * An article and what it tells.
     *
     * @param happening the same number for all articles on one happening
     */
    public record Told(
            String id,
            String url,
            String site,
            String title,
            String text,
            String language,
            Instant published,
            Instant fetched,
            int happening) {

        /** As a record of the contract. */
        public Article article() {
            return builder().build();
        }

        /** As {@link #article}, for what is to be otherwise. */
        public Article.Builder builder() {
            return Article.newBuilder()
                    .setId(id)
                    .setUrl(url)
                    .setSite(site)
                    .setTitle(title)
                    .setText(text)
                    .setLanguage(language)
                    .setPublished(published)
                    .setFetchTime(fetched)
                    .setExtractionMethod(ExtractionMethod.GIVEN)
                    .setKind(PageKind.ARTICLE);
        }
    }

    /**
     * News from a point in time on.
     *
     * @param pace between two articles
     * @param articlesEach on each happening, on average
     * @param atOnce how many happenings are told of at the same time
     */
    public InventedNews(long seed, String language, Instant begin, Duration pace, int articlesEach, int atOnce) {
        this.random = new Random(seed);
        this.language = language;
        this.begin = begin;
        this.pace = pace;
        this.articlesEach = articlesEach;
        this.atOnce = atOnce;
    }

    /** The next one, fetched {@code pace} after the one before. */
    public Told next() {
        int n = number++;
        boolean opens = going.isEmpty() || random.nextInt(articlesEach) == 0;
        if (opens) {
            going.add(happening());
        }
        if (going.size() > atOnce) {
            going.remove(0);
        }
        Happening told = opens ? going.get(going.size() - 1) : going.get(random.nextInt(going.size()));
        Instant fetched = begin.plus(pace.multipliedBy(n));
        String site = "site" + random.nextInt(SITES) + ".example";
        String id = String.format("%s%022x", language, (n + 1) * 0x9E3779B97F4A7C15L);
        return new Told(
                id,
                "https://" + site + "/" + n,
                site,
                one(told.names) + " " + one(told.words) + " " + one(told.words) + " " + common(),
                text(told),
                language,
                fetched.minusSeconds(random.nextInt(18_000)),
                fetched,
                told.number);
    }

    /** The next {@code count}. */
    public List<Told> next(int count) {
        var news = new ArrayList<Told>();
        for (int i = 0; i < count; i++) {
            news.add(next());
        }
        return news;
    }

    private Happening happening() {
        var words = new ArrayList<String>();
        var names = new ArrayList<String>();
        var figures = new ArrayList<String>();
        for (int i = 0; i < OWN_WORDS; i++) {
            words.add(word(random.nextInt(RARE)));
        }
        for (int i = 0; i < NAMES; i++) {
            names.add(capital(word(random.nextInt(RARE))) + " " + capital(word(random.nextInt(RARE))));
            figures.add(Integer.toString(10 + random.nextInt(9_990)));
        }
        var quote = new StringBuilder("\"");
        for (int i = 0; i < OWN_WORDS / 2; i++) {
            quote.append(i == 0 ? "" : " ").append(i % 3 == 2 ? one(words) : common());
        }
        return new Happening(
                happenings++, words, names, figures, quote.append('"').toString());
    }

    private String text(Happening told) {
        var text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(i == 0 ? "" : i % 3 == 0 ? "\n\n" : " ").append(capital(common()));
            for (int j = 0; j < SENTENCES; j++) {
                text.append(' ').append(common());
                if (j % 3 == 0) {
                    text.append(' ').append(one(told.words));
                }
            }
            text.append(i == 4 ? " " + told.quote : " " + one(told.figures));
            text.append(", ").append(one(told.names)).append(" said.");
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String common() {
        return random.nextInt(3) > 0
                ? GROUND[random.nextInt(GROUND.length)]
                : word((int) Math.pow(VOCABULARY, random.nextDouble()));
    }

    /** Syllables that can be said. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (int rest = number + 1; rest > 0; rest /= 80) {
            word.append("bdfgklmnprstvzhj".charAt(rest % 80 / 5)).append("aeiou".charAt(rest % 5));
        }
        return word.append('n').toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
