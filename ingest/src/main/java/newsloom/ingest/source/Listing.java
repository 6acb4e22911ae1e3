package newsloom.ingest.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.Unread;

/**
 * All files that the given paths name, in the order they are sent: single pages by (fetch time, path), then files of many
 * pages by path. The order of the arguments does not matter, and a file named twice is listed once.
 *
 * @param files in sending order
 * @param unread what could not be listed
 * @param ignored files of folders that are no kind of page file, by extension
 */
public record Listing(List<SourceFile> files, List<Unread> unread, Map<String, Long> ignored) {

    public Listing {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
        ignored = Map.copyOf(ignored);
    }

    /**
     * Looks through files and folders, folders with all that is below them; hidden files and folders are passed. One look at each
     * file and one small read for each side-car.
     */
    public static Listing of(List<Path> paths) {
        var walk = new Walk();
        paths.forEach(walk::add);
        return walk.listing();
    }

    /** This listing with one more source at its end. */
    public Listing with(SourceFile source) {
        var more = new ArrayList<>(files);
        more.add(source);
        return new Listing(more, unread, ignored);
    }

    /** Bytes of all files, -1 where one of them is a pipe. */
    public long totalBytes() {
        boolean known = files.stream().allMatch(file -> file.size() >= 0);
        return known ? files.stream().mapToLong(SourceFile::size).sum() : -1;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private static final Comparator<SourceFile.OnePage> BY_TIME =
                Comparator.comparing(SourceFile.OnePage::listedTime).thenComparing(SourceFile.OnePage::id);

        private final Map<String, SourceFile.OnePage> pages = new TreeMap<>();
        private final Map<String, SourceFile.ManyPages> archives = new TreeMap<>();
        private final List<Unread> unread = new ArrayList<>();
        private final Map<String, Long> ignored = new TreeMap<>();
        private Path root = Path.of("");

        void add(Path path) {
            root = path;
            try {
                if (Files.isDirectory(path)) {
                    Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
                } else {
                    addNamed(path, Files.readAttributes(path, BasicFileAttributes.class));
                }
            } catch (IOException e) {
                unread.add(unreadable(path, e));
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Optional<FileKind> kind = FileKind.inFolder(file);
            boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
            if (kind.isPresent() && !hidden) {
                add(file, kind.get(), attributes);
            } else if (!hidden && !FileKind.isSideCar(file)) {
                ignored.merge(FileKind.extension(file), 1L, Long::sum);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unread.add(unreadable(file, e));
            return FileVisitResult.CONTINUE;
        }

        /** A file that was given by name is read even where its name says nothing. */
        private void addNamed(Path file, BasicFileAttributes attributes) throws IOException {
            Optional<FileKind> byName = FileKind.byName(file);
            Optional<FileKind> kind = byName.isPresent() ? byName : FileKind.byContent(file);
            if (kind.isPresent()) {
                add(file, kind.get(), attributes);
            } else if (!FileKind.isSideCar(file)) {
                unread.add(new Unread(Unread.Reason.UNKNOWN_FORMAT, file.toString(), FileKind.extension(file)));
            }
        }

        private void add(Path file, FileKind kind, BasicFileAttributes attributes) throws IOException {
            Path real = file.toRealPath();
            var modified = attributes.lastModifiedTime().toInstant();
            switch (kind) {
                case PAGE -> pages.put(real.toString(), page(real, attributes));
                case WARC ->
                    archives.put(
                            real.toString(),
                            new SourceFile.ManyPages(real, SourceFile.Format.WARC, attributes.size(), modified));
                case JSON_LINES ->
                    archives.put(
                            real.toString(),
                            new SourceFile.ManyPages(real, SourceFile.Format.JSON_LINES, attributes.size(), modified));
            }
        }

        private static SourceFile.OnePage page(Path file, BasicFileAttributes attributes) {
            var modified = attributes.lastModifiedTime().toInstant();
            Path path = SideCar.beside(file).orElse(null);
            try {
                SideCar told = path == null ? SideCar.NONE : SideCar.read(path);
                return new SourceFile.OnePage(file, attributes.size(), modified, path, told, false);
            } catch (IOException e) {
                return new SourceFile.OnePage(file, attributes.size(), modified, path, SideCar.NONE, true);
            }
        }

        private static Unread unreadable(Path path, IOException e) {
            return new Unread(Unread.Reason.UNREADABLE_FILE, path.toString(), String.valueOf(e));
        }

        Listing listing() {
            var files = new ArrayList<SourceFile>(
                    pages.values().stream().sorted(BY_TIME).toList());
            files.addAll(archives.values());
            return new Listing(files, unread, ignored);
        }
    }
}
