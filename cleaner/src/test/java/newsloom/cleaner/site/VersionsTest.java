package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void beginsWithOne() {
        assertThat(Versions.next(null, 7, NOON))
                .isEqualTo(new VersionDecision.First(new VersionRecord(7, 1, NOON.toEpochMilli())));
    }

    @Test
    void seesTheSameContentAgainAndRemembersWhen() {
        var known = new VersionRecord(7, 3, NOON.toEpochMilli());
        var later = NOON.plusSeconds(60);
        assertThat(Versions.next(known, 7, later))
                .isEqualTo(new VersionDecision.Unchanged(new VersionRecord(7, 3, later.toEpochMilli())));
        assertThat(Versions.next(known, 7, NOON.minusSeconds(60))).isEqualTo(new VersionDecision.Unchanged(known));
    }

    @Test
    void countsVersions() {
        var known = new VersionRecord(7, 3, NOON.toEpochMilli());
        assertThat(Versions.next(known, 8, NOON))
                .isEqualTo(new VersionDecision.Changed(new VersionRecord(8, 4, NOON.toEpochMilli())));
    }

    @Test
    void doesNotReplaceAVersionByAnOlderFetch() {
        var known = new VersionRecord(7, 3, NOON.toEpochMilli());
        assertThat(Versions.next(known, 8, NOON.minusMillis(1))).isEqualTo(new VersionDecision.Outdated(known));
    }

    @Test
    void hashesWordsNotMarkup() {
        long hash = Versions.contentHash("A Title", List.of("Don't panic.", "Carry on"));
        assertThat(Versions.contentHash("a title", List.of("Don’t panic", "", "carry on!")))
                .isEqualTo(hash);
        assertThat(Versions.contentHash("a title", List.of("carry on", "don't panic")))
                .isNotEqualTo(hash);
        assertThat(Versions.contentHash("a title don't", List.of("panic", "carry on")))
                .isNotEqualTo(hash);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void keepsARecordAsBytes(long seed) {
        var random = new Random(seed);
        var known = new VersionRecord(random.nextLong(), random.nextInt(), random.nextLong());
        assertThat(VersionRecord.of(known.toBytes())).isEqualTo(known);
    }

    @Test
    void refusesOtherBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> VersionRecord.of(new byte[21]));
        assertThatIllegalArgumentException().isThrownBy(() -> VersionRecord.of(new byte[0]));
    }
}
