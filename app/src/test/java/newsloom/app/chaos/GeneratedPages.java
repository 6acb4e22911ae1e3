package newsloom.app.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Invented pages as JSON lines, the same ones each time: of every twenty, four report on one happening from sites of their own, two are copies of earlier ones
 * on another site, one is a new version of the page before it, one an error page, the rest stand alone.
 */
final class GeneratedPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-09-07T08:00:00Z");
    private static final int ROUND = 20;
    private static final int SITES = 97;
    private static final int VOCABULARY = 30_000;
    private static final int PARAGRAPHS = 4;
    private static final int WORDS = 24;

    private GeneratedPages() {}

    /** Lines {@code from} to {@code to}, the latter not included: a page a second. */
    static List<String> lines(int from, int to) {
        return lines(from, to, Duration.ofSeconds(1));
    }

    /** The same at another pace of the fetch times. */
    static List<String> lines(int from, int to, Duration pace) {
        return IntStream.range(from, to)
                .mapToObj(n -> line(n, START.plus(pace.multipliedBy(n))))
                .toList();
    }

    private static String line(int n, Instant fetched) {
        int place = n % ROUND;
        return switch (place) {
            case 3, 8, 13, 17 -> page(fetched, n, n, n / ROUND, 200); // the happening of this round
            case 11, 19 -> page(fetched, n, n - 9, -1, 200); // a copy
            case 6 -> page(fetched, n - 1, n, -1, 200); // a new version
            case 15 -> page(fetched, n, n, -1, 404);
            default -> page(fetched, n, n, -1, 200);
        };
    }

    private static String page(Instant fetched, int address, int text, int happening, int status) {
        var page = JSON.createObjectNode()
                .put("url", "https://site" + address % SITES + ".example/news/" + address)
                .put("html", html(text, happening))
                .put("status", status)
                .put("fetched_at", fetched.toString());
        try {
            return JSON.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(int text, int happening) {
        var own = new Random(31L * text);
        var shared = new Random(happening);
        var title = happening < 0
                ? name(own) + " " + words(own, 4)
                : name(shared) + " " + name(shared) + " " + words(shared, 3) + " " + words(own, 2);
        var paragraphs = new ArrayList<String>();
        if (happening >= 0) {
            paragraphs.add(words(shared, 12) + " " + words(own, 12));
        }
        IntStream.range(0, PARAGRAPHS).forEach(any -> paragraphs.add(words(own, WORDS)));
        return "<html lang=en><head><title>" + title + "</title></head><body><nav><a href=/>Home</a></nav><article><h1>"
                + title + "</h1>"
                + paragraphs.stream()
                        .map(words -> "<p>The council of " + words + " this week.</p>")
                        .collect(Collectors.joining())
                + "</article></body></html>";
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(any -> word(random)).collect(Collectors.joining(" the "));
    }

    private static String name(Random random) {
        var word = word(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String word(Random random) {
        return Integer.toString(1_000 + random.nextInt(VOCABULARY), 36).replaceAll("\\d", "o") + "en";
    }
}
