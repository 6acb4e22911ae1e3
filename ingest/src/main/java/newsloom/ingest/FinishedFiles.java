package newsloom.ingest;

import java.util.HashMap;
import java.util.Map;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.SourceFile;

/**
 * Tells files that somebody still writes from those that are finished: a file is, when size and time are the same at two looks. Each is
 * given once, and again when it has changed. For one thread.
 */
final class FinishedFiles {
    private Map<String, SourceFile> lastLook = new HashMap<>();
    private final Map<String, SourceFile> given = new HashMap<>();

    /** What of this look is finished and was not given before; with the same feeds. */
    Listing of(Listing look) {
        Listing finished =
                look.only(file -> file.equals(lastLook.get(file.id())) && !file.equals(given.get(file.id())));
        lastLook = new HashMap<>();
        look.files().forEach(file -> lastLook.put(file.id(), file));
        finished.files().forEach(file -> given.put(file.id(), file));
        return finished;
    }
}
