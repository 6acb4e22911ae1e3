package newsloom.aggregator.story.compare;

/**
 * What is measured of an article beside a story; the order is that of the values in a {@link Comparison}. Similarities are cosines,
 * 0..1; spans are {@code ln(1 + days)}; "nearest" is the kept member that is most alike over all views.
 *
 * <p>The direction says what a model may learn: +1 more of it never speaks against joining, -1 never for it, 0 either.
 */
public enum Trait {
    CENTROID_TERMS(1),
    CENTROID_NAMES(1),
    CENTROID_OPENING(1),
    /** Centroid terms over what a member of the story has on average: 1 fits as well as those inside do. */
    CENTROID_FIT(1),
    NEAREST_TERMS(1),
    NEAREST_NAMES(1),
    NEAREST_OPENING(1),
    /** The second most alike member, all views; the only one's own likeness where there is one. */
    SECOND(1),
    /** All views over the members kept. */
    MEAN(1),
    /** {@code ln} of the articles in the story. */
    SIZE(0),
    /** To the nearest in time of the members that are nearly as alike as the nearest. */
    GAP(-1),
    /** To the nearest in time of all members kept. */
    LEAST_GAP(-1),
    /** From the story's first article to this one. */
    AGE(-1),
    /** {@code ln(1 + } highest {@link KeyedMarks#evidence} {@code )}. */
    PHRASES(1),
    /** Shared words of the titles over all, figures left out; highest of the members. */
    TITLE(0),
    /** 1 where the nearest title has the same figures, -1 where it has others, 0 where one has none. */
    TITLE_FIGURES(1),
    /** Shared figures over the fewer of both texts, in the nearest member; 0.5 where one has hardly any. */
    FIGURES(1),
    /** Days both texts name, {@code ln(1 + n)}, most of the members. */
    DAYS_SHARED(1),
    /** Between the nearest two days that the article and the nearest member name; 0 where one names none. */
    DAYS_APART(-1),
    /** {@code ln(1 + words)} of the text. */
    WORDS(0),
    /** The same of the nearest member. */
    NEAREST_WORDS(0),
    /** Share of the members kept that are of the article's publisher; 0 where it is unknown. */
    SAME_SITE(0),
    /** How much more alike than the best other story, all views, -1..1; one that is hardly alike is always taken to be there. */
    AHEAD(1),
    /** Mean likeness of the five best other stories; where there are fewer, hardly alike ones stand in. */
    RIVALS(-1),
    /** How much of the story's terms the article has, by {@link Coverage#share}. */
    STORY_COVERED(1),
    /** How much of the article's terms the story has. */
    ARTICLE_COVERED(1),
    /** The weightiest term of the story that the article lacks, by what it weighs in a member on average. */
    STORY_OWN(-1),
    /** The weightiest term of the article that the story lacks. */
    ARTICLE_OWN(-1),
    /** How much of the opening of the nearest member is found anywhere in the article. */
    NEAREST_OPENING_COVERED(1),
    /** How much of the article's opening is found anywhere in the story. */
    OPENING_COVERED(1),
    /** The weightiest term of the article's opening that is found nowhere in the story. */
    OPENING_OWN(-1),
    /** The weightiest term of the opening of the nearest member that is found nowhere in the article. */
    NEAREST_OPENING_OWN(-1),
    /** How much of the story's names the article has. */
    STORY_NAMES_COVERED(1),
    /** How much of the article's names the story has. */
    ARTICLE_NAMES_COVERED(1),
    /** Highest {@link KeyedMarks#evidence} over the number of marks, of the article or of the nearest member, where there are fewer; at least ten. */
    PHRASE_SHARE(1),
    /** Share of the members kept beside which the article looks like another issue of a series, see {@link Series#twoIssues}. */
    SERIES(-1),
    /** Names shared with the nearest member, by {@link Rarity#shared}. */
    NAMES_SHARED(1),
    /** The same with all of the story. */
    STORY_NAMES_SHARED(1),
    /** Terms shared with the nearest member, likewise. */
    TERMS_SHARED(1),
    /** {@code ln(1 + } weight of the names in the opening of the one, article or nearest member, that the other tells {@code )}, the higher of both. */
    OPENING_NAMES_SHARED(1),
    /** How much of the names in the article's opening the nearest member tells, {@link ToldNames#share}. */
    OPENING_NAMES_TOLD(1),
    /** How much of the names in the opening of the nearest member the article tells. */
    NEAREST_OPENING_NAMES_TOLD(1),
    /** Terms of the nearest member without the one that both share most of: 0 where a single rare word is all. */
    NEAREST_BESIDE(1),
    /** The same of the centroid. */
    CENTROID_BESIDE(1),
    /** Terms shared with the nearest member that are names in neither, by {@link Rarity#shared}. */
    PLAIN_SHARED(1),
    /** Terms of the nearest member without those that are names. */
    NEAREST_PLAIN(1),
    /** The same of the centroid. */
    CENTROID_PLAIN(1),
    /** 1 where the article or all similar members have no date, else 0; all spans are two days then. */
    UNDATED(0);

    private final int direction;

    Trait(int direction) {
        this.direction = direction;
    }

    /** Its place among the values; the model file says which traits it knows, in order. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    /** Whether more of it speaks for joining (1), against it (-1), or either way (0). */
    public int direction() {
        return direction;
    }
}
