package newsloom.aggregator.story;

import java.time.Instant;
import java.util.function.Consumer;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.testing.InventedNews;
import newsloom.text.terms.TermTables;
import org.jspecify.annotations.Nullable;

/** Invented articles, and deciders and settings, for the tests of this package. */
public final class News {
    public static final TermTables TABLES = new TermTables();
    public static final Instant FETCHED = Instant.parse("2026-11-21T12:00:00Z");
    private static final Sketcher SKETCHER = new Sketcher(TABLES);

    public static final String FIRE = """
            Firefighters battled a blaze at the Marrow Quay warehouse in Port Ellin for six hours on Tuesday night. \
            Fire chief Dorota Haines said the roof had collapsed "like a wet paper lantern" shortly before midnight.

            Nobody was hurt, but 140 residents of nearby Tanner Street were taken to a sports hall. Investigators believe that \
            a faulty forklift charger started the fire.""";

    public static final String FIRE_AGAIN = """
            A warehouse on Marrow Quay burned down overnight, forcing 140 people from their homes in Port Ellin. The roof gave way \
            "like a wet paper lantern", fire chief Dorota Haines told reporters.

            Investigators suspect a forklift charger. Residents of Tanner Street spent the night in a sports hall, and the smoke from the \
            warehouse could be smelled across the harbour.""";

    public static final String ELECTION = """
            The centre-left coalition of Prime Minister Ilse Brandvold lost its majority in the Norlund parliament after a recount in two \
            mountain districts. Turnout reached 71.4 percent, the highest since 1988.

            Opposition leader Tomas Reke called for talks on a minority government, while the electoral commission promised final \
            results by Friday.""";

    private News() {}

    public static ArticleText article(String id, String title, String text, @Nullable String published, int minute) {
        return new ArticleText(
                id,
                "https://" + id + ".example/news",
                id + ".example",
                title,
                text,
                "en",
                published == null ? null : Instant.parse(published),
                FETCHED.plusSeconds(60L * minute));
    }

    public static Sketch sketch(String id, String title, String text, @Nullable String published, int minute) {
        return SKETCHER.sketch(article(id, title, text, published, minute));
    }

    public static Sketch sketch(ArticleText article) {
        return SKETCHER.sketch(article);
    }

    /** The article as if published then instead of when it says it was. */
    public static Sketch sketch(InventedNews.Told article, @Nullable Instant published) {
        return sketch(new ArticleText(
                article.id(),
                article.url(),
                article.site(),
                article.title(),
                article.text(),
                "en",
                published,
                article.fetched()));
    }

    /** The usual ones but for these. */
    public static StorySettings settings(double splitBelow, int maxArticles, int maxStories) {
        StorySettings usual = StorySettings.DEFAULT;
        return new StorySettings(
                usual.threshold(),
                usual.sameNames(),
                usual.undatedPhrases(),
                usual.maxGap(),
                usual.maxSpan(),
                usual.rest(),
                usual.mergeExtra(),
                usual.splitLikeness(),
                splitBelow,
                usual.retention(),
                usual.aliases(),
                maxArticles,
                maxStories);
    }

    public static StoryDecider decider() {
        return decider(beside -> {});
    }

    public static StoryDecider decider(Consumer<Assignment> besides) {
        return new StoryDecider(StorySettings.DEFAULT, TABLES, besides);
    }
}
