package newsloom.ingest.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import newsloom.ingest.json.JsonLinesSource;
import newsloom.ingest.json.JsonObjectSource;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.warc.WarcSource;

/** Media types that are taken; gzip is seen by itself in lines and WARC. */
enum PushFormat {
    OBJECT,
    LINES,
    WARC;

    static final String LOCATION = "push";

    static Optional<PushFormat> of(String contentType) {
        return switch (contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/json" -> Optional.of(OBJECT);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(LINES);
            case "application/warc", "application/warc+gzip" -> Optional.of(WARC);
            default -> Optional.empty();
        };
    }

    PageSource open(InputStream body, ReadOptions options) throws IOException {
        return switch (this) {
            case OBJECT -> new JsonObjectSource(body, LOCATION, options.limits(), options.jsonShape());
            case LINES ->
                JsonLinesSource.open(body, LOCATION, null, Offset.START, options.limits(), options.jsonShape());
            case WARC -> WarcSource.open(body, LOCATION, null, Offset.START, options.limits());
        };
    }
}
