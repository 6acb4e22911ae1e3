package newsloom.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import newsloom.contract.serde.HttpRegistry;

/** Sends a folder in small transactions and says a line for each step of progress, until it ends or is killed. */
final class IngestProcess {
    private IngestProcess() {}

    public static void main(String[] arguments) throws Exception {
        var settings = IngestIT.settings(arguments[0], arguments[1], Path.of(arguments[2]), 10);
        var ingest = new Ingest(
                settings,
                new HttpRegistry(settings.registryUrl()),
                Clock.systemUTC(),
                progress -> System.out.println(progress.pagesSent()),
                InputStream.nullInputStream());
        ingest.run();
    }
}
