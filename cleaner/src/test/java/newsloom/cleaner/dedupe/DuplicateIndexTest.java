package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateIndexTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final long START = 20_000 * DAY;
    private static final List<String> TEXT = new Prose(1).paragraphs(5);

    private final MemoryKeyValues anchors = new MemoryKeyValues();
    private final MemoryKeyValues texts = new MemoryKeyValues();
    private final MemoryKeyValues members = new MemoryKeyValues();
    private final DuplicateIndex index = new DuplicateIndex(anchors, texts, members, Duration.ofDays(7));

    @ParameterizedTest(name = "{0} days after day 20 000")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void findsATextForTheWholeRetentionWhereverItsWindowBegins(int days) {
        long filed = START + days * DAY;
        file("old", filed);
        assertThat(found(filed + 7 * DAY)).containsExactly("old");
        assertThat(index.text("old", filed + 7 * DAY)).isNotNull();
        assertThat(found(filed + 7 * DAY + 1)).isEmpty();
        assertThat(index.text("old", filed + 7 * DAY + 1)).isNull();
    }

    @Test
    void findsATextOutOfOrderForADay() {
        file("younger", START + DAY);
        assertThat(found(START)).containsExactly("younger");
        assertThat(found(START - 1)).isEmpty();
    }

    @Test
    void givesTheSameBeforeAndAfterForgetting() {
        file("old", START);
        file("new", START + 7 * DAY);
        long now = START + 7 * DAY;
        assertThat(index.expire(now, 1000)).isZero();
        assertThat(found(now)).containsExactlyInAnyOrder("old", "new");
        assertThat(found(now + 1)).containsExactly("new");
    }

    @Test
    void forgetsInSteps() {
        file("old", START);
        index.groups().put(Member.alone(sketch("old", START).card()));
        int keys = anchors.size() + texts.size() + members.size();
        long later = START + 16 * DAY;
        assertThat(index.expire(later, 1)).isEqualTo(3);
        assertThat(index.expire(later, 1000)).isEqualTo(keys - 3);
        assertThat(anchors.size() + texts.size() + members.size()).isZero();
        assertThat(anchors.bytes() + texts.bytes() + members.bytes()).isZero();
    }

    @Test
    void dropsWhatIsForgottenWhileItGoesOnAtTheSamePace() {
        long bytes = 0;
        for (int hour = 0; hour < 60 * 24; hour++) {
            var sketch = new Sketcher().sketch("text-" + hour, START + hour * HOUR, new Prose(hour).paragraphs(5));
            index.add(sketch, index.find(sketch));
            index.groups().put(Member.alone(sketch.card()));
            index.expire(sketch.timeMs(), 1000);
            bytes += hour < 20 * 24 ? 0 : anchors.bytes() + texts.bytes() + members.bytes();
            assertThat(members.size()).isLessThan(16 * 24);
            assertThat(texts.size()).isLessThan(9 * 24 + 1);
        }
        double kept = (double) (anchors.bytes() + texts.bytes() + members.bytes()) / bytes * 40 * 24;
        assertThat(kept).isBetween(0.8, 1.2);
    }

    @Test
    void keepsSixteenTextsAnAnchor() {
        for (int i = 0; i < 30; i++) {
            file("text-" + i, START + i);
        }
        var sketch = sketch("new", START + 30);
        assertThat(index.candidates(sketch, index.find(sketch), 100)).hasSize(16);
    }

    @Test
    void givesTheLatestWordsOfAnId() {
        file("a", START);
        var newer = new Sketcher().sketch("a", START + 8 * DAY, "quite other words");
        index.add(newer, index.find(newer));
        var text = index.text("a", START + 8 * DAY);
        assertThat(text).isNotNull().extracting(known -> known.card().words()).isEqualTo(3);
        assertThat(index.text("b", START)).isNull();
    }

    @Test
    void refusesToForgetAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> DuplicateIndex.inMemory(Duration.ZERO));
    }

    private void file(String id, long timeMs) {
        var sketch = sketch(id, timeMs);
        index.add(sketch, index.find(sketch));
    }

    private List<String> found(long timeMs) {
        var sketch = sketch("new article", timeMs);
        return index.candidates(sketch, index.find(sketch), 16).stream()
                .map(KnownText::id)
                .toList();
    }

    private static Sketch sketch(String id, long timeMs) {
        return new Sketcher().sketch(id, timeMs, TEXT);
    }
}
