package newsloom.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import newsloom.ingest.page.Unread;

/**
 * All files that the given paths name, in the order they are sent: single pages by (fetch time, path), then files of many
 * pages by path. The order of the arguments does not matter, and a file named twice is listed once.
 *
 * @param files in sending order
 * @param feeds files that say something about pages
 * @param unread what could not be listed
 * @param ignored files of folders that are no kind of page file, by extension
 */
public record Listing(List<SourceFile> files, List<Path> feeds, List<Unread> unread, Map<String, Long> ignored) {

    public Listing {
        files = List.copyOf(files);
        feeds = List.copyOf(feeds);
        unread = List.copyOf(unread);
        ignored = Map.copyOf(ignored);
    }

    /**
     * Looks through files and folders, folders with all that is below them; hidden files and folders are passed. One look at each
     * file and one small read for each side-car.
     */
    public static Listing of(List<Path> paths, boolean pathsAreUrls) {
        var walk = new FileWalk(pathsAreUrls);
        paths.forEach(walk::add);
        return walk.listing();
    }

    /** This listing with one more source at its end. */
    public Listing with(SourceFile source) {
        var more = new ArrayList<>(files);
        more.add(source);
        return new Listing(more, feeds, unread, ignored);
    }

    /** Only those files for which this holds, and nothing else. */
    public Listing only(Predicate<SourceFile> wanted) {
        return new Listing(files.stream().filter(wanted).toList(), feeds, List.of(), Map.of());
    }

    /** Bytes of all files, -1 where one of them is a pipe. */
    public long totalBytes() {
        boolean known = files.stream().allMatch(file -> file.size() >= 0);
        return known ? files.stream().mapToLong(SourceFile::size).sum() : -1;
    }
}
