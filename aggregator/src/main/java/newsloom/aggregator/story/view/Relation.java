package newsloom.aggregator.story.view;

/**
 * A story in another language that tells the same happening.
 *
 * @param score how much names, figures and time agree, to two places; 1 is what is asked for
 */
public record Relation(String storyId, String language, double score) {}
