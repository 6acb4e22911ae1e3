package newsloom.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsloom.ingest.page.PageBuilder;
import org.jspecify.annotations.Nullable;

/** Which crawler's names a JSON object uses. Told by the names alone, in the order given here. */
public enum JsonShape {
    /** {@code {"url", "html" | "html_base64" | "text", …}}. */
    OWN {
        @Override
        void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) throws IOException {
            OwnShape.describe(node, page, fileTime);
        }
    },
    /** An article as news-please writes it: {@code {"url", "maintext", "title", "date_publish", …}}. */
    NEWS_PLEASE {
        @Override
        void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) {
            ExtractedShape.newsPlease(node, page, fileTime);
        }
    },
    /** A response as Scrapy's feed exports and scrapy-cluster's {@code crawled_firehose} write it: {@code {"url", "body", …}}. */
    SCRAPY {
        @Override
        void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) throws IOException {
            ScrapyShape.describe(node, page, fileTime);
        }
    },
    /** A parsed document as Nutch's indexers write it: {@code {"url", "title", "content", …}}. */
    NUTCH {
        @Override
        void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) {
            ExtractedShape.nutch(node, page, fileTime);
        }
    };

    /** The shape of an object; empty where no name of a body is among its own. A name without a value counts where no other has one. */
    static Optional<JsonShape> of(JsonNode node) {
        return first(node::hasNonNull).or(() -> first(node::has));
    }

    private static Optional<JsonShape> first(Predicate<String> has) {
        return Stream.of(values()).filter(shape -> shape.bodies().anyMatch(has)).findFirst();
    }

    /** Whether an object with this name among its own can be one of a known shape. */
    static boolean isBody(String name) {
        return Stream.of(values()).flatMap(JsonShape::bodies).anyMatch(name::equals);
    }

    /**
     * Writes the object into a page.
     *
     * @throws IOException if its body cannot be decoded
     */
    abstract void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) throws IOException;

    private Stream<String> bodies() {
        return switch (this) {
            case OWN -> Stream.of("html", "html_base64", "text");
            case NEWS_PLEASE -> Stream.of("maintext");
            case SCRAPY -> Stream.of("body");
            case NUTCH -> Stream.of("content");
        };
    }
}
