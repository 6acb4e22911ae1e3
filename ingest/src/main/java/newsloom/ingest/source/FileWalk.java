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

/** Goes through files and folders and tells them apart. For one thread, once. */
final class FileWalk extends SimpleFileVisitor<Path> {
    private static final Comparator<SourceFile.OnePage> BY_TIME =
            Comparator.comparing(SourceFile.OnePage::listedTime).thenComparing(SourceFile.OnePage::id);

    private final Map<String, SourceFile.OnePage> pages = new TreeMap<>();
    private final Map<String, SourceFile.ManyPages> archives = new TreeMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final List<Path> feeds = new ArrayList<>();
    private final boolean pathsAreUrls;
    private Path root = Path.of("");

    FileWalk(boolean pathsAreUrls) {
        this.pathsAreUrls = pathsAreUrls;
    }

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
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
        try {
            if (!hidden) {
                addFound(file, attributes);
            }
        } catch (IOException e) { // a link to nothing, or a file that has gone meanwhile
            unread.add(unreadable(file, e));
        }
        return FileVisitResult.CONTINUE;
    }

    private void addFound(Path file, BasicFileAttributes attributes) throws IOException {
        Optional<FileKind> kind = FileKind.inFolder(file);
        if (kind.isPresent()) {
            add(file, kind.get(), attributes);
        } else if (pathsAreUrls && PathUrls.of(told(file)).isPresent() && FileKind.isHtml(file)) {
            add(file, FileKind.PAGE, attributes);
        } else if (!FileKind.isSideCar(file)) {
            ignored.merge(FileKind.extension(file), 1L, Long::sum);
        }
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
        switch (kind) {
            case PAGE -> pages.put(real.toString(), page(real, file, attributes));
            case WARC -> archive(real, SourceFile.Format.WARC, attributes);
            case JSON_LINES -> archive(real, SourceFile.Format.JSON_LINES, attributes);
            case ZIP -> archive(real, SourceFile.Format.ZIP, attributes);
            case TAR -> archive(real, SourceFile.Format.TAR, attributes);
            case FEED -> feeds.add(real);
        }
    }

    private void archive(Path file, SourceFile.Format format, BasicFileAttributes attributes) {
        var modified = attributes.lastModifiedTime().toInstant();
        archives.put(file.toString(), new SourceFile.ManyPages(file, format, attributes.size(), modified));
    }

    private SourceFile.OnePage page(Path file, Path named, BasicFileAttributes attributes) {
        var modified = attributes.lastModifiedTime().toInstant();
        Path path = SideCar.beside(file).orElse(null);
        try {
            SideCar told = path == null ? SideCar.NONE : SideCar.read(path);
            return new SourceFile.OnePage(file, attributes.size(), modified, path, told, false, url(file, named));
        } catch (IOException e) {
            return new SourceFile.OnePage(
                    file, attributes.size(), modified, path, SideCar.NONE, true, url(file, named));
        }
    }

    /** The path below what was given counts, with the name of the given folder. */
    private String url(Path file, Path named) {
        return (pathsAreUrls ? PathUrls.of(told(named)) : Optional.<String>empty())
                .orElse(file.toUri().toString());
    }

    private Path told(Path named) {
        Path above = root.getParent();
        return above != null && named.startsWith(above) ? above.relativize(named) : named;
    }

    private static Unread unreadable(Path path, IOException e) {
        return new Unread(Unread.Reason.UNREADABLE_FILE, path.toString(), String.valueOf(e));
    }

    Listing listing() {
        var files = new ArrayList<SourceFile>(
                pages.values().stream().sorted(BY_TIME).toList());
        files.addAll(archives.values());
        return new Listing(files, feeds.stream().distinct().sorted().toList(), unread, ignored);
    }
}
