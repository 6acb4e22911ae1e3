package newsloom.app.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of the pages since the data began. Nothing is lost when {@link #missing} is 0.
 *
 * @param pages came in
 * @param articles were given out, later versions included
 * @param updates of these, versions after the first
 * @param late decisions that were taken out of the order of fetch time
 */
record PageCounts(
        long pages,
        long articles,
        long updates,
        long duplicates,
        long unchanged,
        long rejects,
        long deadLetters,
        long late) {

    /** @param counts as the cleaner names them; it does not see what is unreadable */
    static PageCounts of(Map<String, Long> counts, PageDeadLetters deadLetters) {
        long updates = counts.getOrDefault("updates", 0L);
        return new PageCounts(
                counts.getOrDefault("pages", 0L) + deadLetters.unreadable(),
                counts.getOrDefault("articles", 0L) + updates,
                updates,
                counts.getOrDefault("duplicates", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("rejects", 0L),
                deadLetters.all(),
                counts.getOrDefault("late", 0L));
    }

    /** Pages with an outcome. */
    long decided() {
        return articles + duplicates + unchanged + rejects + deadLetters;
    }

    /** Pages that came in and have no outcome. */
    long missing() {
        return pages - decided();
    }

    /** Lines of a table for a person. */
    List<String> lines(long stories) {
        return List.of(
                row("pages in", pages, late == 0 ? "" : "   " + late + " decisions out of their order"),
                row("  articles", articles, updates == 0 ? "" : "   of them " + updates + " new versions"),
                row("  duplicates", duplicates, ""),
                row("  unchanged", unchanged, ""),
                row("  rejects", rejects, ""),
                row("  dead letters", deadLetters, ""),
                row("stories", stories, ""));
    }

    private static String row(String name, long count, String remark) {
        return String.format(Locale.ROOT, "%-15s%9d%s", name, count, remark);
    }
}
