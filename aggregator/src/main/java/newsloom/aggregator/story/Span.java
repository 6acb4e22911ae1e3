package newsloom.aggregator.story;

/**
 * From the first to the last publication of a story's articles; by their fetch times while none of them tells its date. Immutable.
 *
 * @param dated whether any publication is known
 */
public record Span(long firstMs, long lastMs, boolean dated) {
    static final Span NONE = new Span(0, 0, false);

    /**
     * With one more article; the first known date replaces what fetch times had put there.
     *
     * @param only whether the story has no other
     */
    Span with(StoryMember member, boolean only) {
        long time = member.eventTimeMs();
        if (only || (member.dateKnown() && !dated)) {
            return new Span(time, time, dated || member.dateKnown());
        }
        return dated && !member.dateKnown() ? this : new Span(Math.min(firstMs, time), Math.max(lastMs, time), dated);
    }
}
