package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberCodecTest {
    private static final Given GIVEN = new Given(
            "https://news.example.org/2026/é-新",
            "example.org",
            "A headline",
            null,
            Instant.ofEpochMilli(1_767_225_600_123L));

    @ParameterizedTest(name = "id {0}, group {1}, head {2}")
    @CsvSource({
        "é新, é新, é新",
        "é新, é新, head",
        "é新, group-ü, é新",
        "é新, group, 00ff",
        "00ff, 00ff, 0aff",
        "0a1, 0A1f, 0a1",
        "00, 000, 0000"
    })
    void keepsAMember(String id, String group, String head) {
        for (var given : new Given[] {null, GIVEN}) {
            var member = new Member(id, Long.MAX_VALUE, group, head, given);
            assertThat(MemberCodec.decode(MemberCodec.encode(member))).isEqualTo(member);
        }
    }

    @ParameterizedTest(name = "{0} on {1}, published at {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "https://news.example.org/a, example.org, -",
                "https://news.example.org/a, other.example, 1767225600123",
                "https://bücher.example/ü, bücher.example, -1",
                "no address, '', 0",
                "'', '', -62135596800000"
            })
    void keepsWhatWasGivenOut(String url, String site, Long published) {
        var at = published == null ? null : Instant.ofEpochMilli(published);
        var given = new Given(url, site, "Überschrift 新", at, Instant.ofEpochMilli(-5));
        assertThat(MemberCodec.decodeGiven(MemberCodec.encode(given))).isEqualTo(given);
    }

    @Test
    void takesHalfAsMuchForTheIdsOfTheCleaner() {
        var hex = "0123456789abcdef01234567";
        var other = "0123456789abcdef0123456x";
        assertThat(MemberCodec.encode(new Member(other, 0, other, other, null)).length
                        - MemberCodec.encode(new Member(hex, 0, hex, hex, null)).length)
                .isEqualTo(12);
    }

    @Test
    void refusesBrokenBytes() {
        byte[] bytes = MemberCodec.encode(new Member("id", 7, "group", "head", GIVEN));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> MemberCodec.decode(cut));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemberCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
        assertThatThrownBy(() -> MemberCodec.decodeGiven(bytes)).isInstanceOf(OtherFormException.class);
    }
}
