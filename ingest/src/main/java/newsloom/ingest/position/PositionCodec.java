package newsloom.ingest.position;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsloom.ingest.bytes.Prefix;
import newsloom.ingest.page.Offset;
import newsloom.ingest.source.Fingerprint;

/** Positions as JSON, readable with Kafka's console consumer. A value that cannot be read is as good as none. */
final class PositionCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private PositionCodec() {}

    static byte[] encode(Position position) {
        ObjectNode node = JSON.createObjectNode()
                .put("v", VERSION)
                .put("offset", position.offset().bytes())
                .put("records", position.offset().records())
                .put("members", position.offset().members())
                .put("complete", position.complete())
                .put("pages", position.pages())
                .put("lost", position.lost())
                .put("size", position.source().size())
                .put("modified", position.source().modified().toString())
                .put("hash", position.source().hash())
                .put("behind", position.behind());
        Prefix read = position.source().read();
        if (read.isKnown()) {
            node.put("read", read.bytes()).put("digest", Long.toHexString(read.digest()));
        }
        ObjectNode unread = node.putObject("unread");
        position.unread().forEach(unread::put);
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Position> decode(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node.path("v").asInt() == VERSION ? Optional.of(position(node)) : Optional.empty();
        } catch (IOException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Position position(JsonNode node) {
        Map<String, Long> unread = new TreeMap<>();
        node.path("unread")
                .properties()
                .forEach(count -> unread.put(count.getKey(), count.getValue().asLong()));
        return new Position(
                new Offset(
                        node.path("offset").asLong(),
                        node.path("records").asLong(),
                        node.path("members").asLong()),
                node.path("complete").asBoolean(),
                node.path("pages").asLong(),
                unread,
                node.path("lost").asLong(),
                new Fingerprint(
                        node.path("size").asLong(),
                        Instant.parse(node.path("modified").asText()),
                        node.path("hash").asText(),
                        prefix(node)),
                node.path("behind").asLong());
    }

    private static Prefix prefix(JsonNode node) {
        return node.has("digest")
                ? new Prefix(
                        node.path("read").asLong(),
                        Long.parseUnsignedLong(node.path("digest").asText(), 16))
                : Prefix.UNKNOWN;
    }
}
