package newsloom.benchmarks.steady;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.contract.v1.Page;

/**
 * Invented pages without end: of every hundred, 55 are new, 20 tell of a happening that others tell of too, 10 are copies on another site, 10 are recrawls (half of them changed), 5 are errors.
 * Not thread-safe.
 */
final class PageStream {
    private static final int SITES = 500;
    private static final int RECENT = 5_000;
    private static final int VOCABULARY = 40_000;
    private static final int PARAGRAPHS = 6;
    private static final int WORDS = 45;
    private static final int TELLERS = 4;

    /** What a page was made from: where, and the seeds of its own text and of what it shares with others. */
    private record Told(String url, long text, long happening) {}

    private final Random random;
    private final List<Told> recent = new ArrayList<>();
    private long number;

    PageStream(long seed) {
        this.random = new Random(seed);
    }

    /** The next page, fetched at that moment. */
    Page next(Instant fetched) {
        long n = number++;
        int kind = random.nextInt(100);
        if (kind < 5) {
            return page(url(n), 404, "<html><body><h1>Not found</h1></body></html>", fetched);
        }
        if (kind < 15 && !recent.isEmpty()) {
            Told again = recent.get(random.nextInt(recent.size()));
            boolean changed = kind < 10;
            return page(again.url(), 200, html(again, changed ? "It was updated at " + n + "." : ""), fetched);
        }
        if (kind < 25 && !recent.isEmpty()) {
            Told original = recent.get(random.nextInt(recent.size()));
            return page(url(n), 200, html(new Told(url(n), original.text(), original.happening()), ""), fetched);
        }
        Told told = new Told(url(n), n, kind < 45 ? n / (TELLERS * 5) : -1);
        keep(told);
        return page(told.url(), 200, html(told, ""), fetched);
    }

    private void keep(Told told) {
        if (recent.size() < RECENT) {
            recent.add(told);
        } else {
            recent.set(random.nextInt(RECENT), told);
        }
    }

    private static String url(long n) {
        return "https://site" + n % SITES + ".example/news/" + n;
    }

    private static Page page(String url, int status, String html, Instant fetched) {
        return Page.newBuilder()
                .setUrl(url)
                .setFetchTime(fetched)
                .setStatus(status)
                .setContentType("text/html; charset=utf-8")
                .setBody(ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String html(Told told, String addition) {
        var own = new Random(31 * told.text() + 7);
        var shared = new Random(told.happening());
        boolean alone = told.happening() < 0;
        String title = alone ? sentence(own, 7) : name(shared) + " " + name(shared) + " " + sentence(own, 5);
        String first = alone ? "" : "<p>" + name(shared) + " and " + name(shared) + " " + sentence(shared, 30) + "</p>";
        String body = IntStream.range(0, PARAGRAPHS)
                .mapToObj(any -> "<p>The council of " + sentence(own, WORDS) + "</p>")
                .collect(Collectors.joining());
        return "<html lang=en><head><title>" + title
                + "</title></head><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>"
                + title + "</h1>" + first + body + (addition.isEmpty() ? "" : "<p>" + addition + "</p>")
                + "</article><footer>All rights reserved</footer></body></html>";
    }

    private static String sentence(Random random, int words) {
        return IntStream.range(0, words)
                        .mapToObj(any -> word(random))
                        .collect(Collectors.joining(random.nextBoolean() ? " the " : " of "))
                + ".";
    }

    private static String name(Random random) {
        String word = word(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String word(Random random) {
        return Integer.toString(1_000 + random.nextInt(VOCABULARY), 36).replaceAll("\\d", "o") + "en";
    }
}
