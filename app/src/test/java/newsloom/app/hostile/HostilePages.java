package newsloom.app.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages that were mutated, as JSON lines with bad addresses, times, states and charsets; the same ones each time. */
final class HostilePages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> ADDRESSES = List.of(
            "http://",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "http://[::1",
            "https://exa mple.example/a",
            "https://\u202eelpmaxe.example/",
            "https://user:secret@site.example/a",
            "https://bücher.example/ä?ö=ü#ß",
            "https://site.example/%ZZ%00%",
            "//site.example/a",
            "https://site.example:99999/",
            "http://../..",
            "data:text/html,<p>x",
            "https://site.example/\u0000\u001b[2J",
            "https://site.example/../../../../etc/passwd",
            "https://site.example/" + "a".repeat(70_000),
            "https://site.example/?" + "a=b&".repeat(5_000),
            "\uD800https://site.example/");

    private static final List<String> TIMES = List.of(
            "2026-09-07T08:00:00Z",
            "9999-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "yesterday",
            "1e99",
            "1970-01-01T00:00:00Z");

    private static final List<String> CHARSETS = List.of(
            "utf-8", "windows-1251", "shift_jis", "utf-16", "utf-7", "no-such-charset", "\u0000", "iso-2022-kr");

    private final List<byte[]> originals;

    private HostilePages(List<byte[]> originals) {
        this.originals = originals;
    }

    /** Mutations of the project's own samples. */
    static HostilePages ofSamples(Path samples) throws IOException {
        try (var files = Files.walk(samples)) {
            var pages = files.filter(file ->
                            file.toString().endsWith(".html") || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            var originals = new ArrayList<byte[]>();
            for (var page : pages) {
                originals.add(Files.readAllBytes(page));
            }
            return new HostilePages(List.copyOf(originals));
        }
    }

    /** Writes so many lines. */
    void write(Path file, int count, long seed) throws IOException {
        var random = new Random(seed);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int n = 0; n < count; n++) {
                out.write(ascii(JSON.writeValueAsString(line(n, random))));
                out.newLine();
            }
        }
    }

    private ObjectNode line(int n, Random random) {
        var line = JSON.createObjectNode()
                .put("url", oneIn(8, random) ? pick(ADDRESSES, random) : "https://site" + n % 50 + ".example/a/" + n)
                .put("html_base64", mutated(random))
                .put("status", oneIn(20, random) ? random.nextInt(1_200) - 100 : 200);
        if (oneIn(3, random)) {
            line.put("charset", pick(CHARSETS, random));
        }
        if (oneIn(2, random)) {
            line.put("fetched_at", pick(TIMES, random));
        }
        return line;
    }

    private byte[] mutated(Random random) {
        byte[] page = pick(originals, random);
        for (int n = random.nextInt(3); n > 0; n--) {
            var markup = pick(List.of(MarkupMutation.values()), random).markup(random);
            page = ByteMutation.insert(page, markup.getBytes(StandardCharsets.UTF_8), random);
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            page = pick(List.of(ByteMutation.values()), random).apply(page, random);
        }
        return page;
    }

    /** So that a lone surrogate reaches the reader. */
    private static String ascii(String json) {
        var escaped = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }

    private static boolean oneIn(int many, Random random) {
        return random.nextInt(many) == 0;
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
