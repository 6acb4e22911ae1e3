package newsloom.cleaner.dedupe;

import org.jspecify.annotations.Nullable;

/** Who is in which group of copies. For one thread. */
interface Groups {

    /** The text of this id as one of {@code timeMs} sees it; null when unknown or forgotten. */
    @Nullable
    Member find(String id, long timeMs);

    void put(Member member);
}
