package newsloom.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** WARC files made record by record, with the place of each. */
public final class WarcBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> starts = new ArrayList<>();
    private final boolean gzip;

    private WarcBytes(boolean gzip) {
        this.gzip = gzip;
    }

    public static WarcBytes gzip() {
        return new WarcBytes(true);
    }

    public static WarcBytes plain() {
        return new WarcBytes(false);
    }

    public WarcBytes info() {
        return record(
                "warcinfo", "", "application/warc-fields", "software: test\r\n".getBytes(StandardCharsets.UTF_8), "");
    }

    public WarcBytes html(String url, String body) {
        return response(
                url, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", body.getBytes(StandardCharsets.UTF_8), "");
    }

    public WarcBytes response(String url, String status, String httpHeaders, byte[] body, String warcHeaders) {
        return record(
                "response", url, "application/http; msgtype=response", http(status, httpHeaders, body), warcHeaders);
    }

    public WarcBytes record(String type, String url, String contentType, byte[] block, String moreHeaders) {
        return raw(recordBytes(type, url, contentType, block.length, block, moreHeaders));
    }

    public WarcBytes raw(byte[] record) {
        starts.add(out.size());
        out.writeBytes(gzip ? zip(record) : record);
        return this;
    }

    public static byte[] recordBytes(
            String type, String url, String contentType, int length, byte[] block, String more) {
        String head = "WARC/1.1\r\nWARC-Type: " + type + "\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                + "WARC-Date: 2026-03-01T08:00:00Z\r\n"
                + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: " + contentType + "\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
        return join(head.getBytes(StandardCharsets.UTF_8), block, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] http(String status, String headers, byte[] body) {
        return join(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8), body);
    }

    public static byte[] zip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    public int start(int record) {
        return starts.get(record);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
