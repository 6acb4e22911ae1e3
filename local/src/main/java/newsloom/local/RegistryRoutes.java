package newsloom.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The part of Confluent's registry interface that serdes, consoles and Connect use, over a catalog. */
final class RegistryRoutes {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaCatalog catalog;
    private final Consumer<RegisteredSchema> log;

    RegistryRoutes(SchemaCatalog catalog, Consumer<RegisteredSchema> log) {
        this.catalog = catalog;
        this.log = log;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", http -> answer(http, Map.of()));
        routes.get("/subjects", http -> answer(http, catalog.subjects()));
        routes.get("/subjects/{subject}/versions", http -> answer(http, catalog.versions(subject(http))));
        routes.get("/subjects/{subject}/versions/{version}", http -> answer(http, entry(version(http))));
        routes.post(
                "/subjects/{subject}/versions",
                http -> answer(http, Map.of("id", register(http).id())));
        routes.post("/subjects/{subject}", http -> answer(http, entry(catalog.lookUp(subject(http), schema(http)))));
        routes.post("/compatibility/subjects/{subject}/versions/{version}", http -> answer(http, compatibility(http)));
        routes.get("/schemas/types", http -> answer(http, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", http -> answer(http, Map.of("schema", catalog.schema(id(http)))));
        routes.get("/schemas/ids/{id}/versions", http -> answer(http, uses(id(http))));
        routes.get("/config", http -> answer(http, Map.of("compatibilityLevel", Compatibility.LEVEL)));
        routes.get("/config/{subject}", http -> answer(http, Map.of("compatibilityLevel", Compatibility.LEVEL)));
        routes.get("/mode", http -> answer(http, Map.of("mode", "READWRITE")));
        routes.exception(RegistryException.class, (e, http) -> refuse(http, e.status(), e.code(), e.getMessage()));
        routes.exception(KafkaException.class, (e, http) -> refuse(http, 500, 50001, e.getMessage()));
        routes.exception(
                HttpResponseException.class, (e, http) -> refuse(http, e.getStatus(), e.getStatus(), e.getMessage()));
    }

    private RegisteredSchema version(Context http) {
        return catalog.version(subject(http), http.pathParam("version"));
    }

    private RegisteredSchema register(Context http) {
        return catalog.register(subject(http), schema(http), log);
    }

    private Map<String, Object> compatibility(Context http) {
        var conflicts = catalog.conflicts(subject(http), http.pathParam("version"), schema(http));
        return Map.of("is_compatible", conflicts.isEmpty(), "messages", conflicts);
    }

    private List<Map<String, Object>> uses(int id) {
        return catalog.uses(id).stream()
                .map(entry -> Map.<String, Object>of("subject", entry.subject(), "version", entry.version()))
                .toList();
    }

    private static Map<String, Object> entry(RegisteredSchema entry) {
        return Map.of(
                "subject", entry.subject(), "version", entry.version(), "id", entry.id(), "schema", entry.schema());
    }

    private static String subject(Context http) {
        return http.pathParam("subject");
    }

    private static int id(Context http) {
        try {
            return Integer.parseInt(http.pathParam("id"));
        } catch (NumberFormatException e) {
            throw RegistryException.noSchema();
        }
    }

    /** The schema of the request; only Avro, no references. */
    private static String schema(Context http) {
        try {
            var request = JSON.readTree(http.body());
            var type = request.path("schemaType").asText("AVRO");
            if (!type.equals("AVRO") || !request.path("references").isEmpty()) {
                throw RegistryException.invalidSchema("only Avro schemas without references are kept here");
            }
            return request.path("schema").asText();
        } catch (JsonProcessingException e) {
            throw RegistryException.invalidSchema("the request is not JSON");
        }
    }

    private static void refuse(Context http, int status, int code, @Nullable String message) {
        http.status(status);
        write(http, Map.of("error_code", code, "message", String.valueOf(message)));
    }

    private static void answer(Context http, Object body) {
        http.status(200);
        write(http, body);
    }

    private static void write(Context http, Object body) {
        try {
            http.contentType(CONTENT_TYPE).result(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // maps of strings and numbers only
        }
    }
}
