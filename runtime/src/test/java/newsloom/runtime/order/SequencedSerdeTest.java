package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.streams.OtherFormException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencedSerdeTest {

    private static final int SOURCE_AT = 1;
    private static final int SOURCES_AT = 5;
    private static final int KEY_LENGTH_AT = 17;

    private static Item item(String key, String header) {
        var headers = new RecordHeaders()
                .add(header, "value".getBytes(StandardCharsets.UTF_8))
                .add("null", null);
        return new Item(1, 3, 1_700_000_000_000L, key, new Origin(1, 42, 200), headers, new byte[] {1, 2, 3});
    }

    private static Mark mark() {
        return new Mark(2, 3, Progress.rest(Cut.of(7, 8, 9)));
    }

    @Test
    void givesBackAnItem() {
        assertSame(item("grüße", "h"));
        assertThat(SequencedSerde.decode(SequencedSerde.encode(mark()))).isEqualTo(mark());
    }

    /** What {@code DataOutput.writeUTF} refuses. */
    @Test
    void takesKeysOfItemsAndHeadersOver65535Bytes() {
        assertSame(item("ü".repeat(40_000), "x".repeat(70_000)));
    }

    private static void assertSame(Item item) {
        var back = (Item) SequencedSerde.decode(SequencedSerde.encode(item));

        assertThat(back).usingRecursiveComparison().ignoringFields("headers").isEqualTo(item);
        assertThat(back.headers().toArray()).isEqualTo(item.headers().toArray());
    }

    @Test
    void refusesLengthsAndSourcesThatCannotBe() {
        for (int length : new int[] {-1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000}) {
            assertRefused(item("key", "h"), bytes -> bytes.putInt(KEY_LENGTH_AT, length));
            assertRefused(mark(), bytes -> bytes.putInt(KEY_LENGTH_AT, length));
        }
        assertRefused(mark(), bytes -> bytes.putInt(KEY_LENGTH_AT, 2));
        assertRefused(mark(), bytes -> bytes.putInt(SOURCE_AT, 3));
        assertRefused(mark(), bytes -> bytes.putInt(SOURCE_AT, -1));
        assertRefused(mark(), bytes -> bytes.putInt(SOURCES_AT, 0));
        assertRefused(mark(), bytes -> bytes.putInt(SOURCES_AT, 100_001));
        assertRefused(mark(), bytes -> bytes.put(0, (byte) 0x7b));
        int inputAt = KEY_LENGTH_AT + 4 + "key".length();
        assertRefused(item("key", "h"), bytes -> bytes.putInt(inputAt, -1));
        assertRefused(item("key", "h"), bytes -> bytes.putLong(inputAt + 4, -1));
        assertRefused(item("key", "h"), bytes -> bytes.putInt(inputAt + 13, Integer.MAX_VALUE)); // headers
        assertRefused(item("key", "h"), bytes -> bytes.putInt(inputAt + 17, -1)); // a header without a key
        assertRefused(item("key", "h"), bytes -> bytes.putInt(inputAt + 22, Integer.MAX_VALUE)); // its value
    }

    private static void assertRefused(Sequenced value, Consumer<ByteBuffer> change) {
        byte[] bytes = SequencedSerde.encode(value);
        change.accept(ByteBuffer.wrap(bytes));
        assertThatThrownBy(() -> SequencedSerde.decode(bytes)).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsReadOfDamagedBytesCanBePutInOrder(long seed) {
        var random = new Random(seed);
        KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore("waiting").get();
        var buffer = new ReorderBuffer(store, ReorderSettings.live(), new Nowhere(), System::nanoTime);
        int refusals = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = damaged(SequencedSerde.encode(random.nextBoolean() ? item("key", "h") : mark()), random);
            try {
                Sequenced value = SequencedSerde.decode(bytes);
                if (value instanceof Item item) {
                    buffer.add(item);
                } else if (value instanceof Mark mark) {
                    buffer.mark(mark);
                }
            } catch (SerializationException | OtherFormException refused) {
                refusals++;
            }
        }
        assertThat(refusals).isBetween(1_000, 19_000);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static final class Nowhere implements ReorderBuffer.Release {

        @Override
        public void inOrder(Item item) {}

        @Override
        public void late(Item item) {}
    }
}
