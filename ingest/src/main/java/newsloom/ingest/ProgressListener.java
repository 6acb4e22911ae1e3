package newsloom.ingest;

/** Hears how a run goes, some times a second and once at its end, on the thread that runs it. Must not block. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener SILENT = progress -> {};

    void progress(Progress progress);
}
