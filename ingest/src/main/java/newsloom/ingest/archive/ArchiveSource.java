package newsloom.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/**
 * A zip, WACZ or tar, one member after the other. An offset counts the members that are done, and is the member's own within the current
 * one. A damaged member of a zip costs that member; a damaged tar ends, and so
 * does a zip that breaks off.
 */
public final class ArchiveSource implements PageSource {
    private final Members members;
    private final SideCars sideCars;
    private final MemberReader reader;
    private final String location;
    private long done;
    private Offset first;
    private @Nullable PageSource open;
    private String openName = "";
    private boolean ended;

    private ArchiveSource(Members members, SideCars sideCars, MemberReader reader, String location, Offset offset) {
        this.members = members;
        this.sideCars = sideCars;
        this.reader = reader;
        this.location = location;
        this.first = offset;
    }

    /**
     * A zip or WACZ.
     *
     * @throws IOException if the file cannot be opened or is no zip
     */
    public static ArchiveSource zip(Path file, MemberReader reader, Offset offset) throws IOException {
        return open(ZipMembers::open, reader, file, offset);
    }

    /**
     * A tar, plain or gzip.
     *
     * @throws IOException if the file cannot be opened
     */
    public static ArchiveSource tar(Path file, MemberReader reader, Offset offset) throws IOException {
        return open(TarMembers::new, reader, file, offset);
    }

    /** All files of a zip, those of a WACZ that are no archived records, too. */
    public static Members zipFiles(Path file) throws IOException {
        return ZipMembers.all(file);
    }

    /** All files of a tar. */
    public static Members tarFiles(Path file) throws IOException {
        return new TarMembers(file);
    }

    private static ArchiveSource open(Opening opening, MemberReader reader, Path file, Offset offset)
            throws IOException {
        try {
            SideCars sideCars = SideCars.of(opening.open(file));
            return new ArchiveSource(opening.open(file), sideCars, reader, String.valueOf(file.getFileName()), offset);
        } catch (RuntimeException e) { // hostile archives trip the libraries in many ways
            throw new IOException("no archive: " + e, e);
        }
    }

    /** How to begin to read a kind of archive. */
    @FunctionalInterface
    private interface Opening {
        Members open(Path file) throws IOException;
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        while (!ended) {
            Optional<SourceItem> item = open == null ? nextMember() : nextOf(open);
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    @Override
    public Offset offset() {
        Offset inside = open == null ? first : open.offset();
        return new Offset(inside.bytes(), inside.records(), done);
    }

    @Override
    public long bytesRead() {
        return members.bytesRead();
    }

    @Override
    public void close() throws IOException {
        members.close();
    }

    private Optional<SourceItem> nextOf(PageSource source) {
        try {
            Optional<SourceItem> item = source.next();
            if (item.isEmpty()) {
                endMember();
            }
            return item;
        } catch (IOException | RuntimeException e) { // hostile archives trip the libraries in many ways
            endMember();
            return Optional.of(unread(e, openName));
        }
    }

    private Optional<SourceItem> nextMember() {
        try {
            Optional<Member> member = members.next();
            if (member.isEmpty()) {
                ended = true;
                first = Offset.START;
                return Optional.empty();
            }
            if (done < first.members()) {
                done++;
                return Optional.empty();
            }
            return begin(member.get());
        } catch (IOException | RuntimeException e) {
            ended = true;
            return Optional.of(
                    e instanceof ArchiveBombException
                            ? unread(e, "")
                            : new Unread(Unread.Reason.TRUNCATED_FILE, location, String.valueOf(e)));
        }
    }

    /** Opens a member that holds pages; one that does not is done. */
    private Optional<SourceItem> begin(Member member) {
        Offset offset = new Offset(first.bytes(), first.records());
        openName = member.name();
        if (!member.problem().isEmpty()) {
            endMember();
            return Optional.of(new Unread(Unread.Reason.BAD_MEMBER, where(openName), member.problem()));
        }
        if (SideCars.is(openName)) {
            endMember();
            return Optional.empty();
        }
        try {
            Optional<PageSource> source = reader.open(member, where(openName), sideCar(openName), offset);
            open = source.orElse(null);
            if (source.isEmpty()) {
                endMember();
                return Optional.of(new Unread(Unread.Reason.OTHER_FILE, where(openName), extension(openName)));
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) { // hostile archives trip the libraries in many ways
            endMember();
            return Optional.of(unread(e, openName));
        }
    }

    private @Nullable SideCar sideCar(String name) {
        try {
            return sideCars.of(name);
        } catch (IOException e) { // the page says so in a remark
            return null;
        }
    }

    private void endMember() {
        open = null;
        done++;
        first = Offset.START;
    }

    private Unread unread(Exception e, String name) {
        var reason = e instanceof ArchiveBombException ? Unread.Reason.ARCHIVE_BOMB : Unread.Reason.BAD_MEMBER;
        return new Unread(reason, where(name), String.valueOf(e));
    }

    private String where(String name) {
        return location + "!/" + name;
    }

    private static String extension(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String extension = dot <= 0 ? "" : file.substring(dot);
        return extension.length() <= 20 ? extension : "";
    }
}
