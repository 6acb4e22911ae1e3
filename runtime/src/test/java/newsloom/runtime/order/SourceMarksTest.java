package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import newsloom.runtime.order.Sequenced.Mark;
import org.junit.jupiter.api.Test;

class SourceMarksTest {

    private final AtomicBoolean rests = new AtomicBoolean();
    private final List<Mark> sent = new ArrayList<>();
    private final Backlog backlog = new Backlog();
    private final SourceMarks marks = new SourceMarks(2, 4, (partition, nanos) -> rests.get(), backlog, 0, sent::add);

    @Test
    void saysNothingBeforeThereIsAnythingToSay() {
        marks.tick();

        assertThat(sent).isEmpty();
    }

    @Test
    void promisesWhatComesAfterTheLatestRecordOnce() {
        marks.sent(100, 1);
        marks.sent(90, 2);

        marks.tick();
        marks.tick();

        assertThat(sent).containsExactly(new Mark(2, 4, 99));
    }

    @Test
    void saysThatItRestsAndRepeatsItNowAndThen() {
        rests.set(true);

        for (int tick = 0; tick < 60; tick++) {
            marks.tick();
        }

        assertThat(sent).hasSize(3).containsOnly(new Mark(2, 4, Sequenced.REST));
    }

    @Test
    void speaksAgainAfterARest() {
        rests.set(true);
        marks.tick();
        rests.set(false);
        marks.sent(100, 5);
        marks.tick();

        assertThat(sent).containsExactly(new Mark(2, 4, Sequenced.REST), new Mark(2, 4, 99));
    }

    @Test
    void repeatsThatItRestsAsLongAsItemsAreHeldBack() {
        rests.set(true);
        backlog.set("task", 700);
        marks.tick();
        marks.tick();
        backlog.set("task", 0);
        marks.tick();

        assertThat(sent).hasSize(2).containsOnly(new Mark(2, 4, Sequenced.REST));
    }
}
