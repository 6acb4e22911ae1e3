package newsloom.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** A schema that somebody else registers names classes; none of them is made. */
class UntrustedClassesTest {
    private static final AtomicInteger SPRUNG = new AtomicInteger();
    private static final String TRAP = "newsloom.contract.serde.UntrustedClassesTest$Trap";

    private final SchemaRegistry registry = new InMemoryRegistry();

    /** A class that would do harm when it is loaded or made of a string. */
    static final class Trap {
        static {
            SPRUNG.incrementAndGet();
        }

        Trap(String text) {
            SPRUNG.incrementAndGet();
        }
    }

    private byte[] written(Schema schema, GenericData.Record value) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(registry.idOf("theirs", schema)).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericData.Record>(schema).write(value, encoder);
        return out.toByteArray();
    }

    private static GenericData.Record page(Schema schema) {
        var page = new GenericData.Record(schema);
        page.put("url", "https://harbourpost.example/a");
        page.put("fetchTime", Instant.EPOCH.toEpochMilli());
        page.put("headers", Map.of("server", "x"));
        page.put("body", ByteBuffer.allocate(1));
        page.put("truncated", false);
        return page;
    }

    private static Schema schema(String from, String to) {
        String json = Page.getClassSchema().toString();
        assertThat(json).contains(from);
        return new Schema.Parser().parse(json.replace(from, to));
    }

    @Test
    void stringsAreNotMadeIntoClassesThatTheirSchemaNames() throws IOException {
        Schema schema = schema(
                "{\"type\":\"string\",\"avro.java.string\":\"String\"}",
                "{\"type\":\"string\",\"java-class\":\"" + TRAP + "\",\"java-key-class\":\"" + TRAP + "\"}");

        Page page = Topics.PAGES.serde(registry).deserialize("t", written(schema, page(schema)));

        assertThat(page.getUrl()).isEqualTo("https://harbourpost.example/a");
        assertThat(SPRUNG).hasValue(0);
    }

    @Test
    void fieldsThatNobodyAskedForAreSkippedWhateverTheirClass() throws IOException {
        Schema schema = schema(
                "\"fields\":[",
                "\"fields\":[{\"name\":\"theirs\",\"type\":{\"type\":\"record\",\"name\":\"UntrustedClassesTest$Trap\",\"namespace\":\"newsloom.contract.serde\",\"fields\":[]}},"
                        .replace("$", "_"));
        var value = page(schema);
        value.put("theirs", new GenericData.Record(schema.getField("theirs").schema()));

        Page page = Topics.PAGES.serde(registry).deserialize("t", written(schema, value));

        assertThat(page.getUrl()).isEqualTo("https://harbourpost.example/a");
    }

    @Test
    void aRecordOfAnotherClassIsNoPage() throws IOException {
        Schema schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"ProcessBuilder\",\"namespace\":\"java.lang\",\"fields\":"
                        + "[{\"name\":\"command\",\"type\":\"string\"}]}");
        var value = new GenericData.Record(schema);
        value.put("command", "true");
        byte[] bytes = written(schema, value);

        assertThatThrownBy(() -> Topics.PAGES.serde(registry).deserialize("t", bytes))
                .isInstanceOf(SerializationException.class);
    }
}
