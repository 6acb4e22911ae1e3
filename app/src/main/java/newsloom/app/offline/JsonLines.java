package newsloom.app.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reading of JSON objects, one a line, from files ({@code .gz} is unpacked) or standard input ({@code -}). */
final class JsonLines {
    static final String STANDARD_INPUT = "-";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    /** Lines are read whole anyway, so no string in them is too long. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private JsonLines() {}

    /**
     * All files, one after the other, as they are read; a file without a line feed at its end gets one. Standard input where there are none.
     */
    static BufferedReader open(List<String> files) {
        return open(files, JsonLines::bytes);
    }

    /** The same of files that may be something else than lines, which {@code reading} makes of them. */
    static BufferedReader open(List<String> files, Function<String, InputStream> reading) {
        var streams = (files.isEmpty() ? List.of(STANDARD_INPUT) : files)
                .stream()
                        .flatMap(file -> Stream.of(reading.apply(file), new ByteArrayInputStream(new byte[] {'\n'})))
                        .iterator();
        var all = new SequenceInputStream(enumeration(streams));
        return new BufferedReader(new InputStreamReader(all, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream wants it
    private static Enumeration<InputStream> enumeration(Iterator<InputStream> streams) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return streams.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return streams.next();
            }
        };
    }

    /** A file as it is, unpacked, without a byte order mark. */
    static InputStream bytes(String file) {
        try {
            return withoutMark(packed(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static InputStream withoutMark(InputStream stream) throws IOException {
        var bytes = new PushbackInputStream(stream, BYTE_ORDER_MARK.length);
        byte[] first = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            bytes.unread(first);
        }
        return bytes;
    }

    private static InputStream packed(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (Files.isDirectory(Path.of(file))) {
            throw new IllegalArgumentException(file + " is a folder; name its files, as in '"
                    + Path.of(file).resolve("**.jsonl") + "'");
        }
        InputStream stream = Files.newInputStream(Path.of(file));
        return file.endsWith(".gz") ? new Named(new GZIPInputStream(stream, BUFFER_BYTES), file) : stream;
    }

    /** Names the file that turns out to be damaged. */
    private static final class Named extends FilterInputStream {
        private final String file;

        Named(InputStream in, String file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                throw new IOException("Cannot read " + file, e);
            }
        }
    }

    /** The object of a line; empty when there is none. */
    static Optional<ObjectNode> object(String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    /** The text of a field; null where it is missing or null. */
    static @Nullable String text(JsonNode object, String field) {
        var value = object.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** An ISO-8601 instant, time with offset, or day (its midnight in UTC); null where it is missing or something else. */
    static @Nullable Instant time(JsonNode object, String field) {
        var text = text(object, field);
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= "2026-09-07".length()
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
