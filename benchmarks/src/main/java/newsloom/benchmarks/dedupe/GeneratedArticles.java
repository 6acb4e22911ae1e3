package newsloom.benchmarks.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import newsloom.contract.v1.Article;

/**
 * Invented articles without end, the same for the same seed: words drawn by Zipf's law, one in ten with a capital, 120 to 600 of them in paragraphs of 40; every fourth one repeats an article of the last thousand on another site, a third of those
 * only its first half. Fetch times go on at an even pace. Not thread-safe.
 */
final class GeneratedArticles {
    private static final int VOCABULARY = 60_000;
    private static final int LETTERS = 26;
    private static final int PARAGRAPH = 40;
    private static final int NAMES = 10;
    private static final int RECENT = 1_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final Duration pace;
    private final String[] words = new String[VOCABULARY];
    private final String[] recent = new String[RECENT];
    private int number;

    GeneratedArticles(long seed, Duration pace) {
        this.random = new Random(seed);
        this.pace = pace;
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = letters(i * 7 + LETTERS * LETTERS * LETTERS);
        }
    }

    /** The digits of a number to the base of {@value #LETTERS}, as letters. */
    private static String letters(int number) {
        var word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= LETTERS) {
            word.append((char) ('a' + rest % LETTERS));
        }
        return word.toString();
    }

    Article next() {
        int n = number++;
        String text = n > RECENT && random.nextInt(4) == 0 ? copy(recent[random.nextInt(RECENT)]) : fresh();
        recent[n % RECENT] = text;
        Instant fetched = BEGIN.plus(pace.multipliedBy(n));
        String site = "site" + random.nextInt(20_000) + ".example";
        return Article.newBuilder()
                .setId(String.format("%024x", n * 0x9E3779B97F4A7C15L))
                .setUrl("https://" + site + "/" + n)
                .setSite(site)
                .setTitle("Headline " + word() + " " + word() + " " + word() + " " + n)
                .setText(text)
                .setPublished(fetched.minusSeconds(random.nextInt(36_000)))
                .setFetchTime(fetched)
                .build();
    }

    private String copy(String text) {
        if (random.nextInt(3) > 0) {
            return text + "\n\n" + paragraph();
        }
        int half = text.indexOf("\n\n", text.length() / 2);
        return half < 0 ? text : text.substring(0, half);
    }

    private String fresh() {
        int paragraphs = 2 + random.nextInt(13);
        var text = new StringBuilder(paragraph());
        for (int i = 0; i < paragraphs; i++) {
            text.append("\n\n").append(paragraph());
        }
        return text.toString();
    }

    private String paragraph() {
        var paragraph = new StringBuilder();
        for (int i = 0; i < PARAGRAPH; i++) {
            paragraph.append(i == 0 ? "" : " ").append(i == 0 || random.nextInt(NAMES) == 0 ? name() : word());
            if (random.nextInt(60) == 0) {
                paragraph.append(' ').append(random.nextInt(5_000));
            }
        }
        return paragraph.append('.').toString();
    }

    private String name() {
        String word = word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String word() {
        return words[(int) Math.pow(VOCABULARY, random.nextDouble()) % VOCABULARY];
    }
}
