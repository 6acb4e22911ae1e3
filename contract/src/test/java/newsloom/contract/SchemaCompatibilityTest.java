package newsloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version of a schema that was ever released reads, and is read by, every other one. */
class SchemaCompatibilityTest {

    private static final Path KEPT = Path.of("src/test/resources/schemas");

    static Stream<Topic<?>> topics() {
        return Topics.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void allVersionsReadEachOther(Topic<?> topic) throws IOException {
        List<Schema> versions = versions(topic);

        for (Schema reader : versions) {
            for (Schema writer : versions) {
                var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
                assertThat(result.getType())
                        .as("%s: %s", topic.name(), result.getDescription())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
                meansTheSame(reader, writer, topic.name());
            }
        }
    }

    @Test
    void aTimeInAnotherUnitIsFound() {
        Schema millis = withTime(LogicalTypes.timestampMillis());
        Schema micros = withTime(LogicalTypes.timestampMicros());

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(millis, micros)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        assertThatThrownBy(() -> meansTheSame(millis, micros, "R"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("R.time");
    }

    private static Schema withTime(LogicalType unit) {
        return SchemaBuilder.record("R")
                .fields()
                .name("time")
                .type(unit.addToSchema(Schema.create(Schema.Type.LONG)))
                .noDefault()
                .endRecord();
    }

    /** Avro reads a time in another unit as it stands. */
    private static void meansTheSame(Schema reader, Schema writer, String where) {
        alternatives(reader)
                .forEach(mine -> alternatives(writer)
                        .filter(theirs -> theirs.getFullName().equals(mine.getFullName()))
                        .forEach(theirs -> partsMeanTheSame(mine, theirs, where)));
    }

    private static void partsMeanTheSame(Schema reader, Schema writer, String where) {
        assertThat(unit(reader)).as(where).isEqualTo(unit(writer));
        if (reader.getType() == Schema.Type.ARRAY) {
            meansTheSame(reader.getElementType(), writer.getElementType(), where);
        } else if (reader.getType() == Schema.Type.RECORD) {
            reader.getFields().stream()
                    .filter(field -> writer.getField(field.name()) != null)
                    .forEach(field -> meansTheSame(
                            field.schema(), writer.getField(field.name()).schema(), where + "." + field.name()));
        }
    }

    private static Stream<Schema> alternatives(Schema schema) {
        return schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
    }

    private static String unit(Schema schema) {
        return schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
    }

    /** A change of a schema asks for a new folder {@code schemas/<n>}: the last kept one is the one in use. */
    @ParameterizedTest
    @MethodSource("topics")
    void theNewestKeptVersionIsTheOneInUse(Topic<?> topic) throws IOException {
        List<Schema> versions = versions(topic);

        assertThat(versions.get(versions.size() - 2)).isEqualTo(versions.get(versions.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyFieldIsDocumented(Topic<?> topic) {
        documented(current(topic), new ArrayList<>());
    }

    private static void documented(Schema schema, List<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.contains(schema.getFullName())) {
                    return;
                }
                seen.add(schema.getFullName());
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (Schema.Field field : schema.getFields()) {
                    assertThat(field.doc())
                            .as("%s.%s", schema.getName(), field.name())
                            .isNotBlank();
                    documented(field.schema(), seen);
                }
            }
            case ENUM ->
                assertThat(schema.getEnumDefault())
                        .as("default of %s", schema.getName())
                        .isEqualTo("UNKNOWN");
            case ARRAY -> documented(schema.getElementType(), seen);
            case UNION -> schema.getTypes().forEach(type -> documented(type, seen));
            default -> {}
        }
    }

    private static Schema current(Topic<?> topic) {
        return SpecificData.getForClass(topic.valueType()).getSchema(topic.valueType());
    }

    private static List<Schema> versions(Topic<?> topic) throws IOException {
        var versions = new ArrayList<Schema>();
        try (Stream<Path> folders = Files.list(KEPT)) {
            for (Path folder : folders.sorted(Comparator.comparingInt(
                            path -> Integer.parseInt(path.getFileName().toString())))
                    .toList()) {
                Path file = folder.resolve(topic.name() + ".avsc");
                if (Files.exists(file)) {
                    versions.add(new Schema.Parser().parse(Files.readString(file)));
                }
            }
        }
        assertThat(versions).as("kept versions of %s", topic.name()).isNotEmpty();
        versions.add(current(topic));
        return versions;
    }
}
