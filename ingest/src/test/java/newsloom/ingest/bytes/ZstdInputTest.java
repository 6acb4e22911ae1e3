package newsloom.ingest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZstdInputTest {
    private static final int MEGABYTE = 1 << 20;

    /** Megabytes that begin with so many random bytes each, the rest of them blanks. */
    private static byte[] packed(int megabytes, int randomBytes) throws IOException {
        var random = new Random(1);
        byte[] megabyte = new byte[MEGABYTE];
        byte[] noise = new byte[randomBytes];
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(bytes)) {
            for (int n = 0; n < megabytes; n++) {
                random.nextBytes(noise);
                Arrays.fill(megabyte, (byte) ' ');
                System.arraycopy(noise, 0, megabyte, 0, randomBytes);
                out.write(megabyte);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        byte[] bomb = packed(1024, 0);
        assertThat(bomb).hasSizeLessThan(MEGABYTE / 4);

        try (var in = new ZstdInput(new ByteArrayInputStream(bomb))) {
            long unpacked = in.transferTo(OutputStream.nullOutputStream());

            assertThat(unpacked).isLessThan(128L * MEGABYTE);
            assertThat(in.damage()).contains("200 times its size");
        }
    }

    @Test
    void readsWhatPacksWellButIsNoBomb() throws IOException {
        try (var in = new ZstdInput(new ByteArrayInputStream(packed(200, MEGABYTE / 20)))) {
            long unpacked = in.transferTo(OutputStream.nullOutputStream());

            assertThat(unpacked).isEqualTo(200L * MEGABYTE);
            assertThat(in.damage()).isNull();
        }
    }
}
