package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private static final Reference DOCUMENT = new Reference(3, 7);
    private static final Hit HIT = new Hit(new Reference(2, 5), 4);

    @Test
    void isReadAsItWasWritten() {
        var gathered = Gathered.of(2).with(new Answer(DOCUMENT, 1, 2, List.of(HIT), null));

        assertThat(Gathered.decoded(gathered.encoded())).isEqualTo(gathered);
    }

    @Test
    void anotherFormIsRefused() {
        byte[] bytes = Gathered.of(2).encoded();
        bytes[0]++;

        assertThatExceptionOfType(OtherFormException.class).isThrownBy(() -> Gathered.decoded(bytes));
    }
}
