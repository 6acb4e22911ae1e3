package newsloom.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A WARC.gz of pages, a gzip member each, as crawlers write them. */
final class PageWarc {
    private PageWarc() {}

    /** Bodies of JSON lines with {@code html_base64} or {@code html}. */
    static List<byte[]> bodies(Path jsonLines) throws IOException {
        var json = new ObjectMapper();
        try (var lines = Files.lines(jsonLines)) {
            return lines.map(line -> body(json, line)).toList();
        }
    }

    /** Writes all pages again and again, each a member of a gzip, until the file is of this size. Returns how many. */
    static int write(Path file, List<byte[]> bodies, long bytes) throws IOException {
        byte[] once = members(bodies);
        int times = (int) Math.max(1, bytes / once.length);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < times; i++) {
                out.write(once);
            }
        }
        return times * bodies.size();
    }

    /** Writes so many pages, from the first again where there are fewer, packed or plain. */
    static void write(Path file, List<byte[]> bodies, int pages, boolean gzip) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int page = 0; page < pages; page++) {
                byte[] record = record(page, bodies.get(page % bodies.size()));
                if (gzip) {
                    writeMember(out, record);
                } else {
                    out.write(record);
                }
            }
        }
    }

    private static byte[] members(List<byte[]> bodies) throws IOException {
        var members = new ByteArrayOutputStream();
        for (int page = 0; page < bodies.size(); page++) {
            writeMember(members, record(page, bodies.get(page)));
        }
        return members.toByteArray();
    }

    private static void writeMember(OutputStream out, byte[] record) throws IOException {
        try (var member = new GZIPOutputStream(new Unclosed(out))) {
            member.write(record);
        }
    }

    private static byte[] body(ObjectMapper json, String line) {
        try {
            JsonNode page = json.readTree(line);
            return page.has("html_base64")
                    ? Base64.getDecoder().decode(page.path("html_base64").asText())
                    : page.path("html").asText().getBytes(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] record(int number, byte[] body) {
        byte[] http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8);
        byte[] head = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:newsloom:" + number
                        + ">\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nWARC-Target-URI: https://example.com/" + number
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                        + (http.length + body.length) + "\r\n\r\n")
                .getBytes(UTF_8);
        byte[] record = new byte[head.length + http.length + body.length + 4];
        System.arraycopy(head, 0, record, 0, head.length);
        System.arraycopy(http, 0, record, head.length, http.length);
        System.arraycopy(body, 0, record, head.length + http.length, body.length);
        System.arraycopy("\r\n\r\n".getBytes(UTF_8), 0, record, record.length - 4, 4);
        return record;
    }

    /** Lets a gzip member end without the file. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }
    }
}
