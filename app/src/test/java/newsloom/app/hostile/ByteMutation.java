package newsloom.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What transport, disks and broken servers do to the bytes of a page. */
enum ByteMutation {
    BIT_FLIPS {
        @Override
        byte[] apply(byte[] page, Random random) {
            var mutated = page.clone();
            for (int n = 1 + random.nextInt(200); n > 0 && mutated.length > 0; n--) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return mutated;
        }
    },
    TRUNCATION {
        @Override
        byte[] apply(byte[] page, Random random) {
            return Arrays.copyOf(page, random.nextInt(page.length + 1));
        }
    },
    NOISE_INSIDE {
        @Override
        byte[] apply(byte[] page, Random random) {
            var noise = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(noise);
            return insert(page, noise, random);
        }
    },
    NULL_BYTES {
        @Override
        byte[] apply(byte[] page, Random random) {
            return insert(page, new byte[1 + random.nextInt(500)], random);
        }
    },
    SLICE_REPEATED {
        @Override
        byte[] apply(byte[] page, Random random) {
            int from = random.nextInt(page.length + 1);
            var slice = Arrays.copyOfRange(page, from, Math.min(page.length, from + random.nextInt(400)));
            var repeated = new ByteArrayOutputStream();
            for (int n = random.nextInt(200); n > 0; n--) {
                repeated.writeBytes(slice);
            }
            return insert(page, repeated.toByteArray(), random);
        }
    },
    OTHER_ENCODING {
        @Override
        byte[] apply(byte[] page, Random random) {
            var text = new String(page, StandardCharsets.UTF_8);
            return text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        }
    },
    BROKEN_UTF_8 {
        @Override
        byte[] apply(byte[] page, Random random) {
            byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xf5, (byte) 0xc0, (byte) 0x80};
            return insert(page, surrogate, random);
        }
    },
    NOTHING_LEFT {
        @Override
        byte[] apply(byte[] page, Random random) {
            return new byte[0];
        }
    };

    abstract byte[] apply(byte[] page, Random random);

    static byte[] insert(byte[] page, byte[] part, Random random) {
        int at = random.nextInt(page.length + 1);
        var mutated = new ByteArrayOutputStream(page.length + part.length);
        mutated.write(page, 0, at);
        mutated.writeBytes(part);
        mutated.write(page, at, page.length - at);
        return mutated.toByteArray();
    }
}
