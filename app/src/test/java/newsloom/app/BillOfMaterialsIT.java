package newsloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The bill of materials in the distribution names what is in it, with licences under which it may be passed on. */
class BillOfMaterialsIT {
    private static final Path DISTRIBUTION = Path.of("target", "newsloom");
    private static final List<String> PERMISSIVE =
            List.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "Unicode-3.0", "Go License");

    @Test
    void namesEveryJar() throws IOException {
        var names = components()
                .map(component -> component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar");

        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).filter(jar -> !jar.startsWith("newsloom-app-")))
                    .isNotEmpty()
                    .isSubsetOf(names.toList());
        }
    }

    /** Where there is a choice of licences, one that permits is enough. */
    @Test
    void allIsUnderPermissiveLicences() throws IOException {
        assertThat(components())
                .allSatisfy(component -> assertThat(licences(component))
                        .as(component.path("purl").asText())
                        .containsAnyElementsOf(PERMISSIVE));
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(entry -> entry.path("license"))
                .map(licence -> licence.path("id").asText(licence.path("name").asText()))
                .toList();
    }

    private static Stream<JsonNode> components() throws IOException {
        JsonNode bill =
                new ObjectMapper().readTree(DISTRIBUTION.resolve("bom.json").toFile());
        return StreamSupport.stream(bill.path("components").spliterator(), false);
    }
}
