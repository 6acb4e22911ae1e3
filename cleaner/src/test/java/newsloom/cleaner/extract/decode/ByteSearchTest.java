package newsloom.cleaner.extract.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

    @Test
    void findsWhatALookAtEachByteFinds() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            int alphabet = 1 + random.nextInt(6);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(20) == 0 ? bytes[i] : '<' + random.nextInt(alphabet));
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(ByteSearch.next(bytes, '<', from, to)).isEqualTo(first(bytes, from, to, true));
            assertThat(ByteSearch.beyondAscii(bytes, from, to)).isEqualTo(first(bytes, from, to, false));
        }
    }

    private static int first(byte[] bytes, int from, int to, boolean bracket) {
        int at = from;
        while (at < to && !(bracket ? bytes[at] == '<' : bytes[at] < 0)) {
            at++;
        }
        return at;
    }
}
