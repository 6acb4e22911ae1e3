package newsloom.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import newsloom.contract.v1.Reject;
import newsloom.contract.v1.RejectReason;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final AvroSerde<Page> pages = Topics.PAGES.serde(registry);

    private static Page page() {
        return Page.newBuilder()
                .setUrl("https://harbourpost.example/a")
                .setFetchTime(Instant.parse("2026-09-01T08:00:00Z"))
                .setHeaders(Map.of("server", "x"))
                .setBody(ByteBuffer.wrap("<p>Grüße</p>".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    @Test
    void givesBackWhatWasWritten() {
        byte[] bytes = pages.serialize("news.pages.v1", page());

        assertThat(pages.deserialize("news.pages.v1", bytes)).isEqualTo(page());
    }

    @Test
    void writesConfluentsHeader() {
        byte[] bytes = pages.serialize("news.pages.v1", page());

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    }

    @Test
    void keepsATombstoneATombstone() {
        assertThat(pages.serialize("t", null)).isNull();
        assertThat(pages.deserialize("t", null)).isNull();
    }

    @Test
    void readsAnUnknownEnumSymbolAsItsDefault() {
        var serde = Topics.REJECTS.serde(registry);
        var reject = Reject.newBuilder()
                .setUrl("u")
                .setSite("s")
                .setReason(RejectReason.INDEX)
                .setFetchTime(Instant.EPOCH)
                .build();
        String newer = Reject.getClassSchema().toString().replace("\"INDEX\"", "\"SITEMAP\"");
        int id = registry.idOf("x", new Schema.Parser().parse(newer));
        byte[] bytes = serde.serialize("t", reject);
        ByteBuffer.wrap(bytes).putInt(1, id);

        assertThat(serde.deserialize("t", bytes).getReason()).isEqualTo(RejectReason.UNKNOWN);
    }

    @Test
    void saysSoWhenBytesAreForeign() {
        assertThatThrownBy(() -> pages.deserialize("t", "json failed to parse".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("wire format");
        assertThatThrownBy(() -> pages.deserialize("t", new byte[] {0, 0, 0, 0, 9, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no schema with id 9");
        byte[] cut = Arrays.copyOf(pages.serialize("t", page()), 20);
        assertThatThrownBy(() -> pages.deserialize("t", cut)).isInstanceOf(SerializationException.class);
    }
}
