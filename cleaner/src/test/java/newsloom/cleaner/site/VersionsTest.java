package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static VersionDecision next(VersionRecord known, List<String> paragraphs, Instant fetch) {
        return Versions.next(known, "Title", paragraphs, fetch);
    }

    private static VersionRecord first(List<String> paragraphs) {
        return Versions.next(null, "Title", paragraphs, NOON).toKeep();
    }

    @Test
    void beginsWithOne() {
        var first = Versions.next(null, "Title", List.of("One two three."), NOON);
        assertThat(first).isInstanceOf(VersionDecision.First.class);
        assertThat(first.toKeep().version()).isEqualTo(1);
        assertThat(first.toKeep().fetchMs()).isEqualTo(NOON.toEpochMilli());
        assertThat(first.toKeep().contentHash()).isEqualTo(Versions.contentHash("Title", List.of("One two three.")));
    }

    @Test
    void seesTheSameContentAgainAndRemembersWhen() {
        var known = first(text(1, 100));
        var later = next(known, text(1, 100), NOON.plusSeconds(60));
        assertThat(later).isInstanceOf(VersionDecision.Unchanged.class);
        assertThat(later.toKeep().fetchMs()).isEqualTo(NOON.plusSeconds(60).toEpochMilli());
        var earlier = next(known, text(1, 100), NOON.minusSeconds(60));
        assertThat(earlier).isInstanceOf(VersionDecision.Unchanged.class);
        assertThat(earlier.toKeep().fetchMs()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void countsVersionsAndNamesTheContentBefore() {
        var known = first(text(1, 100));
        var second = (VersionDecision.Changed) next(known, text(2, 100), NOON);
        assertThat(second.toKeep().version()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(known.contentHash());
        var third = (VersionDecision.Changed) next(second.toKeep(), text(3, 100), NOON);
        assertThat(third.toKeep().version()).isEqualTo(3);
    }

    @Test
    void doesNotReplaceAVersionByAnOlderFetch() {
        var known = first(text(1, 100));
        var older = next(known, text(2, 100), NOON.minusMillis(1));
        assertThat(older).isInstanceOf(VersionDecision.Outdated.class);
        assertThat(older.toKeep()).isSameAs(known);
    }

    @ParameterizedTest(name = "{0} words, seed {1}")
    @CsvSource({"80,1", "80,2", "600,3", "600,4", "4000,5", "8000,6"})
    void tellsATypoFromMoreTextAndFromAnotherText(int words, long seed) {
        var before = text(seed, words);
        var typo = new ArrayList<>(before);
        typo.set(0, typo.get(0).replaceFirst(" \\w+ ", " korrected "));
        assertThat(change(before, typo)).isEqualTo(Change.TYPO);
        var appended = new ArrayList<>(before);
        appended.addAll(text(seed + 100, Math.max(40, words / 4)));
        assertThat(change(before, appended)).isEqualTo(Change.APPENDED);
        var onTop = new ArrayList<>(text(seed + 200, Math.max(40, words / 4)));
        onTop.addAll(before);
        assertThat(change(before, onTop)).isEqualTo(Change.APPENDED);
        assertThat(change(before, text(seed + 300, words))).isEqualTo(Change.REWRITTEN);
        assertThat(change(appended, before)).isEqualTo(Change.REWRITTEN);
        var half = new ArrayList<>(before.subList(0, before.size() / 2));
        half.addAll(text(seed + 400, words / 2));
        assertThat(change(before, half)).isEqualTo(Change.REWRITTEN);
    }

    @Test
    void takesAnotherHeadlineForATypo() {
        var known = first(text(1, 100));
        var next = (VersionDecision.Changed) Versions.next(known, "Another headline", text(1, 100), NOON);
        assertThat(next.change()).isEqualTo(Change.TYPO);
    }

    private static Change change(List<String> before, List<String> after) {
        return ((VersionDecision.Changed) next(first(before), after, NOON)).change();
    }

    /** Paragraphs of twenty words each, from a vocabulary of thousands. */
    private static List<String> text(long seed, int words) {
        var random = new Random(seed);
        return IntStream.range(0, words / 20)
                .mapToObj(p -> IntStream.range(0, 20)
                        .mapToObj(w -> Integer.toString(random.nextInt(40_000) + 46_656, 36))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""))
                .toList();
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
        var trace = Trace.of(text(seed, 20 * random.nextInt(200)));
        var known = new VersionRecord(random.nextLong(), random.nextInt(), random.nextLong(), trace);
        assertThat(VersionRecord.of(known.toBytes())).usingRecursiveComparison().isEqualTo(known);
        assertThat(known.toBytes().length).isLessThanOrEqualTo(154);
    }

    @Test
    void refusesOtherBytes() {
        assertThatThrownBy(() -> VersionRecord.of(new byte[40])).isInstanceOf(OtherFormException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> VersionRecord.of(new byte[0]));
    }
}
