package newsloom.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Locale;
import java.util.Optional;
import newsloom.ingest.archive.ArchiveSource;
import newsloom.ingest.archive.Member;
import newsloom.ingest.archive.Members;
import newsloom.ingest.bytes.RawInput;

/** Feeds inside archives. They have to be found before the pages are read, of which they speak: a pass of its own over each archive. */
public final class MemberFeeds {
    private MemberFeeds() {}

    /** Takes a feed, whose stream ends with the call. */
    @FunctionalInterface
    public interface Reader {
        void read(String location, InputStream in);
    }

    /**
     * Gives the feeds of an archive to a reader, in their order, up to its end or to where no more of it can be read: the pass over the
     * pages meets the same place and says so. A zip is looked through by its directory, a tar is unpacked. Other files have none.
     */
    public static void each(SourceFile file, Reader reader) {
        if (file instanceof SourceFile.ManyPages many && (isZip(many) || many.format() == SourceFile.Format.TAR)) {
            try (Members members =
                    isZip(many) ? ArchiveSource.zipFiles(many.path()) : ArchiveSource.tarFiles(many.path())) {
                for (Optional<Member> next = members.next(); next.isPresent(); next = members.next()) {
                    read(next.get(), many.path() + "!/" + next.get().name(), reader);
                }
            } catch (IOException | RuntimeException e) { // hostile archives trip the libraries in many ways
                return;
            }
        }
    }

    /** A member that cannot be looked into is passed: the pass over the pages says so, and other feeds may follow. */
    private static void read(Member member, String location, Reader reader) {
        try {
            feed(member).ifPresent(feed -> reader.read(location, Channels.newInputStream(feed)));
        } catch (IOException | RuntimeException e) { // hostile archives trip the libraries in many ways
            return;
        }
    }

    /** The bytes of a member that is a feed by its name, or is XML by its name and a feed by its first bytes. */
    static Optional<RawInput> feed(Member member) throws IOException {
        String name = member.name().toLowerCase(Locale.ROOT);
        boolean told = FileKind.byName(name).filter(FileKind.FEED::equals).isPresent();
        boolean maybe = name.endsWith(".xml") || name.endsWith(".xml.gz");
        if (!member.problem().isEmpty() || !(told || maybe)) {
            return Optional.empty();
        }
        var raw = new RawInput(member.in(), 0);
        boolean isFeed = told || FileKind.of(raw).filter(FileKind.FEED::equals).isPresent();
        return isFeed ? Optional.of(raw) : Optional.empty();
    }

    private static boolean isZip(SourceFile.ManyPages file) {
        return file.format() == SourceFile.Format.ZIP;
    }
}
