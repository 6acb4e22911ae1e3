package newsloom.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    private static final int TRIES = 2_000;

    @Test
    void aPortBesideAnotherIsNeverTheSame() {
        for (int i = 0; i < TRIES; i++) {
            int broker = LoopbackPorts.freeOr(0, "broker");
            assertThat(LoopbackPorts.freeBeside(broker, "controller")).isNotEqualTo(broker);
        }
    }
}
