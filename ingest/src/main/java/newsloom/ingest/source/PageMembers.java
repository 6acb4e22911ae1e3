package newsloom.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import newsloom.ingest.archive.Member;
import newsloom.ingest.archive.MemberReader;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.SourceItem;
import org.jspecify.annotations.Nullable;

/** Members of an archive read as files of a folder would be; an archive in an archive is not opened. */
final class PageMembers implements MemberReader {
    private final Path archive;
    private final StreamReader streams;
    private final ReadOptions options;

    PageMembers(Path archive, StreamReader streams, ReadOptions options) {
        this.archive = archive;
        this.streams = streams;
        this.options = options;
    }

    @Override
    public Optional<PageSource> open(Member member, String location, @Nullable SideCar told, Offset offset)
            throws IOException {
        if (MemberFeeds.feed(member).isPresent()) {
            return Optional.of(new NoPages());
        }
        Optional<FileKind> kind = FileKind.byName(member.name());
        if (kind.isEmpty()) {
            return savedPage(member, location, told, offset);
        }
        return switch (kind.get()) {
            case PAGE -> Optional.of(page(member, location, told, offset));
            case WARC -> Optional.of(stream(SourceFile.Format.WARC, member, location, offset));
            case JSON_LINES -> Optional.of(stream(SourceFile.Format.JSON_LINES, member, location, offset));
            case ZIP, TAR -> throw new IOException("an archive in an archive");
            case FEED -> Optional.empty();
        };
    }

    /** HTML under a name that says nothing, which its path makes an address. */
    private Optional<PageSource> savedPage(Member member, String location, @Nullable SideCar told, Offset offset)
            throws IOException {
        if (url(member).isEmpty()) {
            return Optional.empty();
        }
        var in = new BufferedInputStream(member.in());
        in.mark(FileKind.HEAD_BYTES);
        boolean isHtml = FileKind.isHtml(in);
        in.reset();
        var again = new Member(member.name(), member.modified(), in, member.problem());
        return isHtml ? Optional.of(page(again, location, told, offset)) : Optional.empty();
    }

    /** The address that the path says, where it is asked for. */
    private Optional<String> url(Member member) {
        return options.pathsAreUrls() ? PathUrls.of(Path.of(member.name().replace("\0", ""))) : Optional.empty();
    }

    /** What {@link MemberFeeds} has read, and is no page. */
    private static final class NoPages implements PageSource {
        @Override
        public Optional<SourceItem> next() {
            return Optional.empty();
        }

        @Override
        public Offset offset() {
            return Offset.START;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private PageSource stream(SourceFile.Format format, Member member, String location, Offset offset)
            throws IOException {
        return streams.open(format, member.in(), location, member.modified(), offset);
    }

    private PageSource page(Member member, String location, @Nullable SideCar told, Offset offset) {
        String fallback = url(member).orElse(archive.toUri() + "!/" + member.name());
        return new OnePageSource(
                location, member::in, member.name(), member.modified(), told, fallback, offset, options.limits());
    }
}
