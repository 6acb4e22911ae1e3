package newsloom.app.settings;

import java.util.Arrays;
import newsloom.ingest.json.JsonShape;
import newsloom.ingest.page.Limits;
import newsloom.ingest.source.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the sources of pages are read, where they do not say it themselves. */
public final class ReadingOptions {
    @Option(
            names = "--json-shape",
            paramLabel = "SHAPE",
            converter = Shape.class,
            description =
                    "Takes all JSON lines as own, scrapy, news-please or nutch (default: each line shows its shape).")
    private @Nullable JsonShape jsonShape;

    @Option(
            names = "--paths-are-urls",
            description =
                    "Page files without a side-car have the URL that their path says, from a folder called as a host on.")
    private boolean pathsAreUrls;

    /** The same as ingest reads them. */
    public ReadOptions reading() {
        return new ReadOptions(Limits.DEFAULT, jsonShape, pathsAreUrls);
    }

    /** Names of shapes as they are written on the command line. */
    private static final class Shape implements ITypeConverter<JsonShape> {
        @Override
        public JsonShape convert(String value) {
            return Arrays.stream(JsonShape.values())
                    .filter(shape -> shape.name().replace('_', '-').equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is none of own, scrapy, news-please and nutch"));
        }
    }
}
