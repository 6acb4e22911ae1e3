package newsloom.ingest.archive;

import java.io.IOException;
import java.util.Optional;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SideCar;
import org.jspecify.annotations.Nullable;

/** Knows which members hold pages, and reads them. */
@FunctionalInterface
public interface MemberReader {
    /**
     * Opens a member behind what is done of it; empty where its name is of no kind that holds pages.
     *
     * @param location where the archive is, with the member's name
     * @param told about it by its side-car; null where that cannot be read
     */
    Optional<PageSource> open(Member member, String location, @Nullable SideCar told, Offset offset) throws IOException;
}
