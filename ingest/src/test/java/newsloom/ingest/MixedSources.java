package newsloom.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with pages of every kind, and the addresses of all of them. */
final class MixedSources {
    private final Path folder;
    private final List<String> urls = new ArrayList<>();

    MixedSources(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    List<String> urls() {
        return urls;
    }

    MixedSources files(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path page = folder.resolve("pages/p" + i + ".html");
            Files.createDirectories(page.getParent());
            Files.writeString(page, "<p>file " + i);
            Files.writeString(
                    page.resolveSibling(page.getFileName() + ".json"), "{\"url\":\"" + url("files.example", i) + "\"}");
        }
        return this;
    }

    MixedSources lines(String name, int from, int to) throws IOException {
        var lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("{\"url\":\"" + url(name + ".example", i) + "\",\"html\":\"<p>line " + i + "\"}\n");
        }
        Path file = folder.resolve(name + ".jsonl");
        Files.write(
                file,
                lines.toString().getBytes(UTF_8),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        return this;
    }

    MixedSources warc(String name, int count) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            try (var member = new GZIPOutputStream(bytes)) {
                member.write(record(url(name + ".example", i), "<!doctype html><p>record " + i));
            }
        }
        Files.write(folder.resolve(name + ".warc.gz"), bytes.toByteArray());
        return this;
    }

    MixedSources zip(String name, int count) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".zip")))) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(i + ".html"));
                zip.write(("<p>member " + i).getBytes(UTF_8));
                zip.putNextEntry(new ZipEntry(i + ".html.json"));
                zip.write(("{\"url\":\"" + url(name + ".example", i) + "\"}").getBytes(UTF_8));
            }
        }
        return this;
    }

    private String url(String host, int i) {
        String url = "https://" + host + "/" + i;
        urls.add(url);
        return url;
    }

    static byte[] record(String url, String html) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
        return ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nWARC-Target-URI: "
                        + url + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                        + http.length()
                        + "\r\n\r\n" + http + "\r\n\r\n")
                .getBytes(UTF_8);
    }
}
