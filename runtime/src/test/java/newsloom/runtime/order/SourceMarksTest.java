package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsloom.runtime.order.Sequenced.Mark;
import org.junit.jupiter.api.Test;

class SourceMarksTest {

    private static final Cut CUT = Cut.of(5, 6, 7, 8);

    private Optional<Cut> rest = Optional.empty();
    private final List<Mark> sent = new ArrayList<>();
    private final Backlog backlog = new Backlog();
    private final SourceMarks marks = new SourceMarks(2, 4, (partition, nanos) -> rest, backlog, 0, sent::add);

    @Test
    void saysNothingBeforeThereIsAnythingToSay() {
        marks.tick(0);

        assertThat(sent).isEmpty();
    }

    @Test
    void promisesWhatComesAfterTheLatestRecordOnce() {
        marks.sent(100, 1);
        marks.sent(90, 2);

        marks.tick(0);
        marks.tick(0);

        assertThat(sent).containsExactly(new Mark(2, 4, Progress.upTo(99)));
    }

    @Test
    void saysThatItRestsAndRepeatsItNowAndThen() {
        rest = Optional.of(CUT);

        for (int tick = 0; tick < 200; tick++) {
            marks.tick(1_000 + tick * 50L); // to the eleventh second: twice a new period begins
        }

        assertThat(sent).hasSize(3).containsOnly(new Mark(2, 4, Progress.rest(CUT)));
    }

    @Test
    void speaksAgainAfterARest() {
        rest = Optional.of(CUT);
        marks.tick(0);
        rest = Optional.empty();
        marks.sent(100, 5);
        marks.tick(0);

        assertThat(sent).containsExactly(new Mark(2, 4, Progress.rest(CUT)), new Mark(2, 4, Progress.upTo(99)));
    }

    @Test
    void saysThatItRestsAgainWhenTheInputHasGrown() {
        rest = Optional.of(CUT);
        marks.tick(0);
        rest = Optional.of(Cut.of(5, 6, 7, 9));
        marks.tick(0);

        assertThat(sent)
                .containsExactly(new Mark(2, 4, Progress.rest(CUT)), new Mark(2, 4, Progress.rest(Cut.of(5, 6, 7, 9))));
    }

    @Test
    void beginsANewOrderAfterARest() {
        marks.sent(1000, 1);
        rest = Optional.of(CUT);
        marks.tick(0);
        rest = Optional.empty();
        marks.sent(100, 5);
        marks.tick(0);

        assertThat(sent).endsWith(new Mark(2, 4, Progress.upTo(99)));
    }

    @Test
    void repeatsThatItRestsAsLongAsItemsAreHeldBack() {
        rest = Optional.of(CUT);
        backlog.set("task", 700);
        marks.tick(0);
        marks.tick(0);
        backlog.set("task", 0);
        marks.tick(0);

        assertThat(sent).hasSize(2).containsOnly(new Mark(2, 4, Progress.rest(CUT)));
    }
}
