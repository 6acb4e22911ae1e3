package newsloom.app.compose;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What container tests need; without it they are skipped, saying why, or fail where {@code newsloom.docker.required} is true. */
public final class Docker {
    private static final String REQUIRED = "newsloom.docker.required";

    private Docker() {}

    public static void require(String... images) throws IOException, InterruptedException {
        if (!succeeds("docker", "info") || !succeeds("docker", "compose", "version")) {
            missing("no Docker engine with Compose answers");
        }
        for (var image : images) {
            if (!succeeds("docker", "image", "inspect", image) && !succeeds("docker", "pull", image)) {
                missing("the image " + image + " is not there and cannot be pulled");
            }
        }
    }

    private static void missing(String what) {
        var message = "Container tests cannot run: " + what;
        if (Boolean.getBoolean(REQUIRED)) {
            Assertions.fail(message);
        }
        System.err.println("SKIPPED: " + message);
        Assumptions.abort(message);
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(Arrays.asList(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) { // no such program
            return false;
        }
    }
}
