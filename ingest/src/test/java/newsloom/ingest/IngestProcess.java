package newsloom.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import newsloom.contract.serde.HttpRegistry;

/** Sends a folder in small transactions, and says when it begins, until it ends or is killed. */
final class IngestProcess {
    private IngestProcess() {}

    public static void main(String[] arguments) throws Exception {
        var settings = IngestIT.settings(arguments[0], arguments[1], Path.of(arguments[2]), 10);
        var ingest = new Ingest(
                settings,
                new HttpRegistry(settings.registryUrl()),
                Clock.systemUTC(),
                ProgressListener.SILENT,
                InputStream.nullInputStream());
        System.out.println("begins");
        ingest.run();
    }
}
