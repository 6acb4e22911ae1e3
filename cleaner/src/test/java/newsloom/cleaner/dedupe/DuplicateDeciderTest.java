package newsloom.cleaner.dedupe;

import static newsloom.cleaner.dedupe.Prose.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateDeciderTest {
    private static final List<String> A = new Prose(1).paragraphs(10);
    private static final List<String> B = new Prose(2).paragraphs(10);
    private static final List<String> C = new Prose(3).paragraphs(10);

    private final DuplicateIndex index = DuplicateIndex.inMemory(Duration.ofDays(7));
    private long timeMs = Duration.ofDays(20_000).toMillis();

    @Test
    void keepsDifferentTexts() {
        assertOriginal(decide("a", A), "a");
        assertOriginal(decide("b", B), "b");
        assertOriginal(decide("c", C), "c");
    }

    @Test
    void dropsTheSameWords() {
        decide("a", A);
        var copy = copy(
                decide("a2", A.stream().map(p -> p.toUpperCase(Locale.ROOT)).toList()));
        assertThat(copy.ofId()).isEqualTo("a");
        assertThat(copy.groupId()).isEqualTo("a");
        assertThat(copy.kind()).isEqualTo(CopyKind.EXACT);
        assertThat(copy.shares().inOld()).isEqualTo(1);
        assertThat(copy.shares().inNew()).isEqualTo(1);
    }

    @Test
    void dropsAReprintWithAnotherFrame() {
        decide("a", A);
        var copy = copy(decide("a2", join(B.subList(0, 1), A.subList(0, 9), C.subList(0, 1))));
        assertThat(copy.kind()).isEqualTo(CopyKind.NEAR);
        assertThat(copy.shares().inOld()).isBetween(0.75, 0.9);
        assertThat(copy.shares().inNew()).isBetween(0.85, 0.95);
    }

    @Test
    void dropsAnExcerpt() {
        decide("a", A);
        assertThat(copy(decide("cut", A.subList(0, 2))).kind()).isEqualTo(CopyKind.EXCERPT);
    }

    /** The smallest run of the beginning is in both, so no lead is missed for want of a common sample. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(
            longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34})
    void findsEachTextThatIsTheLeadOfAnother(long seed) {
        var text = new Prose(seed).paragraphs(10);
        decide("whole", text);
        assertThat(copy(decide("lead", text.subList(0, 2))).ofId()).isEqualTo("whole");
    }

    @Test
    void putsTheFullTextInPlaceOfItsExcerpt() {
        decide("cut", A.subList(0, 2));
        assertThat(decide("full", A))
                .asInstanceOf(type(Decision.Supersedes.class))
                .satisfies(full -> assertThat(full.oldId()).isEqualTo("cut"))
                .satisfies(full -> assertThat(full.groupId()).isEqualTo("cut"));
        assertThat(copy(decide("copy of the full", A)).ofId()).isEqualTo("full");
        assertThat(copy(decide("copy of the cut", A.subList(0, 2))).ofId()).isEqualTo("full");
    }

    @Test
    void keepsAGroupTogetherThroughItsLaterVersions() {
        decide("cut", A.subList(0, 3));
        decide("full", A);
        var longer = join(A, B.subList(0, 1));
        assertOriginal(decide("full", longer), "cut");
        assertThat(copy(decide("cut", A.subList(0, 4))).ofId()).isEqualTo("full");
        assertThat(copy(decide("late copy", longer)).ofId()).isEqualTo("full");
    }

    @Test
    void neverMakesAnOriginalTheCopyOfItsOwnCopy() {
        decide("a", A);
        decide("near", join(A.subList(0, 7), B.subList(0, 2)));
        assertOriginal(decide("a", join(A.subList(0, 7), B.subList(0, 2))), "a");
    }

    @Test
    void doesNotWithdrawAnArticleForTheFullerTextOfItsExcerpt() {
        decide("full", A);
        var excerpt = join(A.subList(0, 4), B.subList(0, 1));
        assertThat(copy(decide("cut", excerpt)).ofId()).isEqualTo("full");
        assertOriginal(decide("own", join(excerpt, C)), "own");
        assertThat(copy(decide("full again", A)).ofId()).isEqualTo("full");
    }

    @Test
    void namesTheArticleOfTheGroupEvenWhenItsTextIsForgotten() {
        decide("full", A);
        timeMs += Duration.ofDays(6).toMillis();
        var excerpt = join(A.subList(0, 4), B.subList(0, 1));
        decide("cut", excerpt);
        timeMs += Duration.ofDays(2).toMillis();
        assertThat(copy(decide("cut again", excerpt)).ofId()).isEqualTo("full");
        assertThat(decide("own", join(excerpt, C)))
                .asInstanceOf(type(Decision.Supersedes.class))
                .satisfies(full -> assertThat(full.oldId()).isEqualTo("full"));
        assertThat(copy(decide("cut once more", excerpt)).ofId()).isEqualTo("own");
    }

    @Test
    void doesNotDriftFromCopyToCopy() {
        decide("a", A);
        assertThat(copy(decide("half", join(A.subList(0, 6), B.subList(0, 4)))).ofId())
                .isEqualTo("a");
        assertOriginal(decide("b", join(B.subList(0, 4), A.subList(0, 1), C.subList(0, 1))), "b");
    }

    @Test
    void keepsAnArticleMostOfWhichAMuchLongerOneQuotes() {
        decide("long", A);
        assertOriginal(decide("quoted", join(A.subList(0, 2), B.subList(0, 1))), "quoted");
    }

    @Test
    void keepsAnArticleThatHoldsMostOfAMuchShorterOne() {
        decide("short", join(A.subList(0, 2), B.subList(0, 1)));
        assertOriginal(decide("long", A), "long");
    }

    @Test
    void keepsADigestOfSeveralArticles() {
        for (int i = 0; i < 5; i++) {
            decide("short-" + i, new Prose(100 + i).paragraphs(1));
        }
        var digest = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            digest.addAll(new Prose(100 + i).paragraphs(1));
        }
        assertOriginal(decide("digest", digest), "digest");
    }

    @Test
    void keepsTwoFillingsOfOneTemplate() {
        decide("week 1", report(11, 12, 13, 14, 15));
        assertOriginal(decide("week 2", report(21, 22, 23, 24, 25)), "week 2");
        assertThat(copy(decide("week 2 elsewhere", report(21, 22, 23, 24, 25))).ofId())
                .isEqualTo("week 2");
    }

    @Test
    void keepsTwoArticlesOfOneSiteThatShareItsFrame() {
        var frame = new Prose(60).paragraphs(6);
        decide("one", "a.example", "Bridge opens", join(frame, new Prose(61).paragraphs(3)));
        assertOriginal(decide("two", "a.example", "Fair moves", join(frame, new Prose(62).paragraphs(3))), "two");
        assertThat(copy(decide("three", "b.example", "Fair moves", join(frame, new Prose(63).paragraphs(3))))
                        .kind())
                .isEqualTo(CopyKind.NEAR);
    }

    @Test
    void dropsTheSecondAddressOfAnArticleOnItsOwnSite() {
        decide("one", "a.example", "Bridge opens", A);
        assertThat(copy(decide("two", "a.example", "Bridge opens at last", A)).kind())
                .isEqualTo(CopyKind.EXACT);
        assertThat(copy(decide("three", "a.example", "BRIDGE OPENS", A.subList(0, A.size() * 2 / 3)))
                        .ofId())
                .isEqualTo("one");
    }

    @Test
    void isNoCopyOfATextLongForgotten() {
        decide("a", A);
        timeMs += Duration.ofDays(8).toMillis();
        assertOriginal(decide("a again", A), "a again");
    }

    @Test
    void takesTextsWithoutWordsForOriginals() {
        assertOriginal(decide("empty", List.of()), "empty");
        assertOriginal(decide("empty too", List.of("—")), "empty too");
    }

    @Test
    void findsCopiesInChinese() {
        var text = "本报记者昨日从市政府获悉新建大桥将于明年春天正式通车届时两岸往来时间将缩短一半市民出行更加便利交通部门表示工程进展顺利";
        decide("a", List.of(text));
        assertThat(copy(decide("b", List.of(text + "完"))).ofId()).isEqualTo("a");
    }

    @Test
    void findsAShortTextInAVeryLongOneOnlyWhenItIsThere() {
        var book = new Prose(7).paragraphs(180);
        decide("book", book);
        assertOriginal(decide("other", join(A.subList(0, 3), book.subList(0, 1))), "other");
        assertThat(copy(decide("cut", book.subList(80, 83))).kind()).isEqualTo(CopyKind.EXCERPT);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void decidesTheSameForTheSameCallsWheneverTheOldIsDeleted(long seed) {
        assertThat(decisions(seed, 0))
                .isEqualTo(decisions(seed, 0))
                .isEqualTo(decisions(seed, 1000))
                .hasSize(60);
    }

    private List<Decision> decisions(long seed, int deletedAtOnce) {
        var random = new Random(seed);
        var fresh = DuplicateIndex.inMemory(Duration.ofDays(7));
        var decisions = new ArrayList<Decision>();
        for (int i = 0; i < 60; i++) {
            var one = new Prose(random.nextInt(6)).paragraphs(6);
            var two = new Prose(random.nextInt(6)).paragraphs(6);
            var text = join(one.subList(0, 1 + random.nextInt(6)), two.subList(0, random.nextInt(6)));
            long time = timeMs + i * Duration.ofHours(18).toMillis();
            decisions.add(new DuplicateDecider().decide(new Sketcher().sketch("d" + i, time, text), fresh));
            fresh.expire(time, deletedAtOnce);
        }
        return decisions;
    }

    /** As a crash under at-least-once does it: what was decided comes again, at once or much later. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersTheSameWhenTextsComeAgain(long seed) {
        assertThat(heads(seed, true)).isEqualTo(heads(seed, false));
    }

    /** For each text the article that stands for it in the end. */
    private Map<String, String> heads(long seed, boolean disturbed) {
        var random = new Random(seed);
        var faults = new Random(seed + 1);
        var fresh = DuplicateIndex.inMemory(Duration.ofDays(7));
        var sent = new ArrayList<Sketch>();
        for (int i = 0; i < 60; i++) {
            var text = new Prose(random.nextInt(12)).paragraphs(8).subList(0, 2 + random.nextInt(7));
            long time = timeMs + i * Duration.ofMinutes(10).toMillis();
            var origin = Origin.of("site" + i + ".example", "Headline " + i)
                    .publishedAt(time - random.nextInt(40_000_000))
                    .crediting(random.nextInt(3) == 0);
            sent.add(new Sketcher().sketch("d" + i, time, text).from(origin));
            int from = disturbed ? Math.max(0, i - faults.nextInt(8)) : i;
            for (var again : sent.subList(from, i)) {
                new DuplicateDecider().decide(again, fresh);
            }
            new DuplicateDecider().decide(sent.get(i), fresh);
        }
        var heads = new TreeMap<String, String>();
        for (var sketch : sent) {
            var known = fresh.groups().find(sketch.id(), sketch.timeMs());
            var founder = known == null ? null : fresh.groups().find(known.group(), sketch.timeMs());
            heads.put(sketch.id(), founder == null ? "forgotten" : founder.head());
        }
        return heads;
    }

    @Test
    void asksMoreOfShortTexts() {
        var sentence = new Prose(70).words(26) + ". ";
        var rest = new Prose(71).words(14) + ".";
        decide("short", List.of(sentence + rest));
        assertOriginal(decide("other", List.of(sentence + new Prose(72).words(14) + ".")), "other");
        assertThat(copy(decide("same", List.of(sentence + rest + " It ends here.")))
                        .ofId())
                .isEqualTo("short");
    }

    private static List<String> report(int... figures) {
        var sentences = new Prose(50);
        var report = new ArrayList<String>();
        for (int figure : figures) {
            report.add(sentences.words(12) + " " + figure + " " + sentences.words(12) + ".");
        }
        return report;
    }

    private Decision decide(String id, List<String> paragraphs) {
        timeMs += 1000;
        return new DuplicateDecider().decide(new Sketcher().sketch(id, timeMs, paragraphs), index);
    }

    private Decision decide(String id, String site, String headline, List<String> paragraphs) {
        timeMs += 1000;
        var sketch = new Sketcher().sketch(id, timeMs, paragraphs).from(site, headline);
        return new DuplicateDecider().decide(sketch, index);
    }

    private static Decision.Copy copy(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Copy.class);
        return (Decision.Copy) decision;
    }

    private static void assertOriginal(Decision decision, String group) {
        assertThat(decision).isInstanceOf(Decision.Original.class);
        assertThat(decision.groupId()).isEqualTo(group);
    }
}
