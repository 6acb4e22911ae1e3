package newsloom.aggregator.story.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import newsloom.aggregator.story.BoostedTrees;
import newsloom.aggregator.story.BoostedTrees.Choice;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import org.junit.jupiter.api.Test;

class JoinModelTest {
    private static final String TRAITS =
            JoinModel.shipped().text().lines().findFirst().orElse("");

    private static JoinModel read(String trees) throws IOException {
        return JoinModel.read(new BufferedReader(new StringReader(TRAITS + "\n" + trees)));
    }

    private static Comparison comparison() {
        Sketch fire = News.sketch("a", "Fire on Marrow Quay", News.FIRE, "2026-11-18T00:00:00Z", 0);
        var index = new InMemoryStoryIndex();
        var seen = new ArrayList<Comparison>();
        var decider = new StoryDecider(
                StorySettings.DEFAULT,
                News.TABLES,
                JoinModel.shipped(),
                beside -> {},
                (article, verdicts) -> verdicts.forEach(verdict -> seen.add(verdict.comparison())));
        decider.decide(fire, index);
        decider.decide(News.sketch("b", "Quay fire", News.FIRE_AGAIN, "2026-11-18T03:00:00Z", 0), index);
        return seen.get(0);
    }

    @Test
    void addsUpTheLeavesThatTheTraitsLeadTo() throws IOException {
        int words = Trait.WORDS.index();
        JoinModel model =
                read("bias 0.5\n# a remark\n" + words + "<1000 " + words + "<1 8 1 16\n" + words + "<0 32 2\n");
        assertThat(model.score(comparison())).isEqualTo(3.5);
    }

    @Test
    void isReadAsItIsWritten() throws IOException {
        JoinModel shipped = JoinModel.shipped();
        JoinModel again = JoinModel.read(new BufferedReader(new StringReader(shipped.text())));
        assertThat(again.text()).isEqualTo(shipped.text());
        assertThat(again.score(comparison())).isEqualTo(shipped.score(comparison()));
    }

    @Test
    void readsABoundAsTheValueOfATraitThatItWas() throws IOException {
        for (int articles = 2; articles < 200; articles++) {
            float bound = (float) Math.log(articles);
            JoinModel model = read(Trait.SIZE.index() + "<" + bound + " 1 2");
            float[] traits = new float[Trait.values().length];
            traits[Trait.SIZE.index()] = bound;
            assertThat(model.score(traits)).as("ln %d", articles).isEqualTo(2);
            traits[Trait.SIZE.index()] = Math.nextDown(bound);
            assertThat(model.score(traits)).as("just below ln %d", articles).isEqualTo(1);
        }
    }

    @Test
    void refusesAModelOfOtherTraitsAndBrokenTrees() {
        assertThatThrownBy(() -> JoinModel.read(new BufferedReader(new StringReader("traits SIZE\nbias 0\n"))))
                .hasMessageContaining("other traits");
        assertThatThrownBy(() -> read("0<0.5 1")).hasMessageContaining("no tree");
        assertThatThrownBy(() -> read("0<0.5 1 2 3")).hasMessageContaining("left over");
    }

    @Test
    void isFittedToTheRightChoiceAndNeverAgainstADirection() {
        var random = new Random(5);
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < 4_000; i++) {
            float alike = random.nextFloat();
            float gap = random.nextFloat();
            choices.add(new Choice(List.of(row(alike, gap), row(0.1f, 0.5f)), alike > 0.5 + gap / 4 ? 0 : -1, 1));
        }
        JoinModel model = new BoostedTrees(60, 3, 5, 1).fit(choices, 0);
        assertThat(score(model, 0.9f, 0)).isPositive();
        assertThat(score(model, 0.9f, 0)).isGreaterThan(score(model, 0.65f, 0.9f));
        assertThat(score(model, 0.2f, 0)).isNegative();
        for (float alike = 0; alike < 0.99f; alike += 0.01f) {
            assertThat(score(model, alike + 0.01f, 0.3f)).isGreaterThanOrEqualTo(score(model, alike, 0.3f));
        }
    }

    private static float[] row(float alike, float gap) {
        float[] traits = new float[Trait.values().length];
        traits[Trait.CENTROID_TERMS.index()] = alike;
        traits[Trait.GAP.index()] = gap;
        return traits;
    }

    private static double score(JoinModel model, float alike, float gap) {
        return model.score(row(alike, gap));
    }
}
