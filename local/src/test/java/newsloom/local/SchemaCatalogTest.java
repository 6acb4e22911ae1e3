package newsloom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCatalogTest {
    private static final String V1 = record("{\"name\":\"a\",\"type\":\"string\"}");
    private static final String V2 = record(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":[\"null\",\"int\"],\"default\":null}");
    private static final String NO_DEFAULT =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");

    private final List<RegisteredSchema> log = new ArrayList<>();
    private final SchemaCatalog catalog = new SchemaCatalog();

    @Test
    void givesTheSameSchemaOneIdInEverySubject() {
        var first = catalog.register("a-value", V1, log::add);
        var other = catalog.register("b-value", V1, log::add);

        assertThat(other.id()).isEqualTo(first.id());
        assertThat(catalog.uses(first.id()))
                .extracting(RegisteredSchema::subject)
                .containsExactly("a-value", "b-value");
    }

    @Test
    void registersTheSameSchemaOnce() {
        catalog.register("a-value", V1, log::add);
        catalog.register("a-value", " " + V1 + " ", log::add);

        assertThat(log).hasSize(1);
        assertThat(catalog.versions("a-value")).containsExactly(1);
    }

    @Test
    void countsVersionsInTheOrderOfRegistration() {
        catalog.register("a-value", V1, log::add);
        var second = catalog.register("a-value", V2, log::add);

        assertThat(second.version()).isEqualTo(2);
        assertThat(catalog.version("a-value", "latest")).isEqualTo(second);
        assertThat(catalog.version("a-value", "1").schema()).isEqualTo(V1);
        assertThat(catalog.lookUp("a-value", V2)).isEqualTo(second);
    }

    @Test
    void refusesASchemaThatCannotReadAnOldVersion() {
        catalog.register("a-value", V1, log::add);
        catalog.register("a-value", V2, log::add);

        assertThatThrownBy(() -> catalog.register("a-value", NO_DEFAULT, log::add))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.code()).isEqualTo(409))
                .hasMessageContaining("cannot read version 1");
        assertThat(catalog.conflicts("a-value", "1", NO_DEFAULT)).isNotEmpty();
        assertThat(log).hasSize(2);
    }

    @Test
    void refusesWhatItDoesNotKnowWithConfluentsCodes() {
        catalog.register("a-value", V1, log::add);

        assertRefused(40401, () -> catalog.versions("nobody"));
        assertRefused(40402, () -> catalog.version("a-value", "9"));
        assertRefused(42202, () -> catalog.version("a-value", "newest"));
        assertRefused(40403, () -> catalog.schema(99));
        assertRefused(40403, () -> catalog.lookUp("a-value", V2));
        assertRefused(42201, () -> catalog.register("a-value", "{\"type\":\"no such type\"}", log::add));
    }

    @Test
    void forgetsADeletedVersionButKeepsItsId() {
        var entry = catalog.register("a-value", V1, log::add);
        catalog.restore(entry, true);

        assertThat(catalog.subjects()).isEmpty();
        assertThat(catalog.schema(entry.id())).isEqualTo(V1);
    }

    @Test
    void readsItsOwnRecordsBack() {
        catalog.register("a-value", V1, log::add);
        catalog.register("a-value", V2, log::add);

        var restored = new SchemaCatalog();
        log.forEach(entry -> SchemaRecord.restore(SchemaRecord.key(entry), SchemaRecord.value(entry), restored));
        SchemaRecord.restore("{\"keytype\":\"NOOP\",\"magic\":0}", null, restored);

        assertThat(restored.version("a-value", "2")).isEqualTo(log.get(1));
        assertThat(SchemaRecord.key(log.get(0)))
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"a-value\",\"version\":1,\"magic\":1}");
    }

    private static void assertRefused(int code, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}";
    }
}
