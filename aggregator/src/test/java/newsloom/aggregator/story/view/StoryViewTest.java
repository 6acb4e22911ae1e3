package newsloom.aggregator.story.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.MemberCodec;
import newsloom.aggregator.story.state.StoryMember;
import org.junit.jupiter.api.Test;

class StoryViewTest {
    private final StoryMember fire = StoryMember.of(
            News.sketch("fire", "Warehouse on Marrow Quay destroyed by fire", News.FIRE, "2026-11-17T23:30:00Z", 0));
    private final StoryMember again = StoryMember.of(
            News.sketch("again", "140 flee as Port Ellin warehouse burns", News.FIRE_AGAIN, "2026-11-18T06:10:00Z", 1));
    private final StoryMember aside =
            StoryMember.of(News.sketch("aside", "Recount", News.ELECTION, "2026-11-18T09:00:00Z", 2));

    @Test
    void tellsSourcesAndReprintsApart() {
        StoryView view =
                StoryView.of(StoryLedger.empty("s").with(fire).with(again).withReprint("copy.example"));
        assertThat(view.articles()).isEqualTo(2);
        assertThat(view.sources()).extracting(Map.Entry::getKey).containsExactly("again.example", "fire.example");
        assertThat(view.reprints()).isEqualTo(1);
        assertThat(view.reprinters()).containsExactly(Map.entry("copy.example", 1));
        assertThat(view.version()).isEqualTo(3);
    }

    @Test
    void headlineIsThatOfTheMemberInTheMiddle() {
        StoryView view =
                StoryView.of(StoryLedger.empty("s").with(fire).with(again).with(aside));
        assertThat(view.headlineArticleId()).isIn("fire", "again");
        assertThat(view.lead()).isNotEmpty();
        assertThat(view.members()).extracting(StoryMember::articleId).containsExactly("aside", "again", "fire");
    }

    @Test
    void namesAndHoursAreCounted() {
        StoryView view = StoryView.of(StoryLedger.empty("s").with(fire).with(again));
        assertThat(view.names())
                .contains(
                        Map.entry(new Name("Dorota Haines", Name.Kind.PERSON), 1.0),
                        Map.entry(new Name("Port Ellin", Name.Kind.PLACE), 1.0));
        assertThat(view.activity())
                .containsExactly(
                        Map.entry(Instant.parse("2026-11-17T23:00:00Z").toEpochMilli(), 1),
                        Map.entry(Instant.parse("2026-11-18T06:00:00Z").toEpochMilli(), 1));
    }

    @Test
    void whatEquallyManyArticlesHaveIsShownAsTheyRankIt() {
        StoryView view = StoryView.of(StoryLedger.empty("s").with(fire));

        assertThat(view.terms()).extracting(Map.Entry::getKey).containsExactlyElementsOf(fire.terms());
        assertThat(view.names())
                .extracting(name -> name.getKey().text())
                .containsExactlyElementsOf(fire.names().stream().map(Name::text).toList());
    }

    /** A story of many articles has more words than are counted; none is left out for its place in the alphabet. */
    @Test
    void aWordThatComesLateIsCounted() {
        Tally<String> counts =
                Tally.<String>empty().plus(List.of("ash", "bridge", "crowd"), 1).plus("bridge", 1);

        for (int i = 0; i < 2; i++) {
            counts = counts.plus("zinc", 1).largest(3, List.of("zinc"));
        }

        assertThat(counts.counts()).containsOnly(Map.entry("ash", 1), Map.entry("bridge", 2), Map.entry("zinc", 2));
    }

    @Test
    void aTownIsNoPartOfWhatIsNamedAfterIt() {
        Tally<Name> names = Tally.<Name>empty()
                .plus(new Name("Bank of Pell", Name.Kind.ORGANISATION), 1)
                .plus(new Name("Pell", Name.Kind.PLACE), 1)
                .plus(new Name("Keller", Name.Kind.UNKNOWN), 1)
                .plus(new Name("Anna Keller", Name.Kind.PERSON), 1);
        assertThat(StoryNames.of(names, "en"))
                .extracting(name -> name.getKey().text())
                .containsExactlyInAnyOrder("Bank of Pell", "Pell", "Anna Keller");
    }

    @Test
    void formsOfOneNameAreOneWhereNamesHaveEndings() {
        Tally<Name> names = Tally.<Name>empty()
                .plus(new Name("Антона Верещина", Name.Kind.PERSON), 1)
                .plus(new Name("Антон Верещин", Name.Kind.UNKNOWN), 1);
        assertThat(StoryNames.of(names, "ru"))
                .containsExactly(Map.entry(new Name("Антон Верещин", Name.Kind.PERSON), 2));
        assertThat(StoryNames.of(names, "und")).hasSize(2);
        Tally<Name> others = Tally.<Name>empty()
                .plus(new Name("Марк Орлов", Name.Kind.PERSON), 1)
                .plus(new Name("Мария Орлова", Name.Kind.PERSON), 1);
        assertThat(StoryNames.of(others, "ru")).hasSize(2);
    }

    @Test
    void aVersionTakesThePlaceOfTheOneBefore() {
        StoryMember version = StoryMember.of(
                News.sketch("fire", "Warehouse fire: charger blamed", News.FIRE, "2026-11-17T23:30:00Z", 9));
        StoryLedger ledger = StoryLedger.empty("s").with(fire).with(version);
        assertThat(ledger.articles()).isEqualTo(1);
        assertThat(StoryView.of(ledger).headline()).isEqualTo("Warehouse fire: charger blamed");
        assertThat(ledger.without("fire").isEmpty()).isTrue();
    }

    @Test
    void trendIsThePaceOfTheNewestSixHoursAgainstThePaceBefore() {
        Tally<Long> hours = Tally.<Long>empty().plus(100L, 2).plus(107L, 1).plus(108L, 5);
        double usual = 3.0 * 6 / (3 + 6);
        assertThat(Pulse.trend(hours)).isEqualTo((6 - usual) / (6 + usual + 2));
        assertThat(Pulse.trend(hours.plus(80L, 50)))
                .as("what lies over a day back does not count")
                .isEqualTo((6 - 0.75) / (6 + 0.75 + 2));
        assertThat(Pulse.trend(Tally.<Long>empty())).isZero();
    }

    @Test
    void aYoungStoryHasTheTrendOfWhatItHasSoFar() {
        assertThat(Pulse.trend(Tally.<Long>empty().plus(100L, 1))).isZero();
        assertThat(Pulse.trend(Tally.<Long>empty().plus(100L, 2).plus(103L, 3))).isEqualTo(0.5);
        assertThat(Pulse.trend(Tally.<Long>empty().plus(100L, 20))).isBetween(0.8, 0.9);
    }

    @Test
    void aStoryThatDiesDownHasATrendBelowZero() {
        Tally<Long> busy = Tally.<Long>empty().plus(100L, 4).plus(106L, 4).plus(112L, 4);
        assertThat(Pulse.trend(busy.plus(123L, 1))).isBetween(-0.4, -0.3);
        assertThat(Pulse.trend(busy.plus(118L, 4))).isBetween(-0.1, 0.1);
    }

    @Test
    void importanceGrowsWithSitesAndSpeed() {
        StoryLedger two = StoryLedger.empty("s").with(fire).with(again);
        assertThat(Pulse.importance(two)).isEqualTo(Math.log1p(2) * Math.log1p(2));
        assertThat(Pulse.importance(two.withReprint("copy.example"))).isEqualTo(Math.log1p(2.5) * Math.log1p(2));
        assertThat(Pulse.importance(two.withReprint("x").withoutReprint("x"))).isEqualTo(Pulse.importance(two));
    }

    @Test
    void keyTermsAreTheWordsOfMostArticles() {
        StoryView view = StoryView.of(StoryLedger.empty("s").with(fire).with(again));
        assertThat(view.terms()).contains(Map.entry("forklift", 1.0)).doesNotContain(Map.entry("that", 1.0));
    }

    @Test
    void aKnownDateReplacesFetchTimes() {
        StoryMember undated = StoryMember.of(News.sketch("u", "Fire", News.FIRE, null, 0));
        StoryView view = StoryView.of(StoryLedger.empty("s").with(undated).with(fire));
        assertThat(view.firstMs()).isEqualTo(view.lastMs()).isEqualTo(fire.eventTimeMs());
        assertThat(view.dateKnown()).isTrue();
    }

    /** A correction of a date or a withdrawal leaves nothing behind. */
    @Test
    void whatWentIsInNoFigure() {
        StoryLedger both = StoryLedger.empty("s").with(fire).with(again);
        StoryView later = StoryView.of(both.without("fire"));
        assertThat(StoryView.of(both).firstArticleId()).isEqualTo("fire");
        assertThat(later.firstArticleId()).isEqualTo("again");
        assertThat(later.firstMs()).isEqualTo(later.lastMs()).isEqualTo(again.eventTimeMs());
        assertThat(later.sources()).containsExactly(Map.entry("again.example", 1));
        StoryMember corrected =
                StoryMember.of(News.sketch("again", "Fire", News.FIRE_AGAIN, "2026-11-17T23:50:00Z", 9));
        StoryView view = StoryView.of(both.with(corrected));
        assertThat(view.lastMs()).isEqualTo(corrected.eventTimeMs());
        assertThat(view.activity())
                .containsExactly(Map.entry(Instant.parse("2026-11-17T23:00:00Z").toEpochMilli(), 2));
    }

    @Test
    void articlesThatAreListedNoMoreAreStillCorrectedAndTakenBack() {
        StoryLedger ledger = hourly(100);
        Tallies before = ledger.tallies();
        StoryLedger corrected = ledger;
        for (int minute = 0; minute < 5; minute++) {
            corrected = corrected.with(hour(3, minute));
        }
        assertThat(corrected.articles()).isEqualTo(100);
        assertThat(corrected.tallies()).isEqualTo(before);
        StoryLedger fewer = corrected.without("m3").without("m0").replacing("m1", hour(1, 30));
        assertThat(fewer.articles()).isEqualTo(98);
        assertThat(fewer.tallies().sources().counts()).hasSize(98).doesNotContainKeys("m0.example", "m3.example");
        assertThat(fewer.tallies().hours().counts()).hasSize(98);
        assertThat(fewer.span().firstMs()).isEqualTo(hour(1, 30).eventTimeMs());
        assertThat(fewer.span().firstId()).isEqualTo("m1");
    }

    /** Of what the bound cut off nothing can be taken out, so nothing is added for what comes in its place. */
    @Test
    void aVersionOfAnArticleBeyondAllBoundsChangesNoFigure() {
        StoryLedger ledger = hourly(StoryLedger.MAX_MEMBERS + StoryLedger.MAX_EARLIER + 10);
        StoryLedger corrected = ledger.replacing("m3", hour(3, 5));
        assertThat(corrected.articles()).isEqualTo(ledger.articles());
        assertThat(corrected.tallies()).isEqualTo(ledger.tallies());
        assertThat(corrected.span()).isEqualTo(ledger.span());
    }

    private static StoryLedger hourly(int articles) {
        StoryLedger ledger = StoryLedger.empty("s");
        for (int hour = 0; hour < articles; hour++) {
            ledger = ledger.with(hour(hour, 0));
        }
        return ledger;
    }

    private static StoryMember hour(int hour, int minute) {
        Instant time = Instant.parse("2026-09-07T00:10:00Z").plusSeconds(3600L * hour + 60L * minute);
        return StoryMember.of(News.sketch("m" + hour, "Fire", News.FIRE, time.toString(), hour));
    }

    @Test
    void aDayWithoutAnHourIsNotItsFirstHour() {
        ArticleText a = News.article("day", "Fire", News.FIRE, "2026-11-17T00:00:00Z", 0);
        StoryMember sameDay = fetched(a, "2026-11-17T15:20:00Z");
        StoryMember later = fetched(a, "2026-11-19T15:20:00Z");
        assertThat(Tallies.hour(sameDay) * 3600)
                .isEqualTo(Instant.parse("2026-11-17T15:00:00Z").getEpochSecond());
        assertThat(Tallies.hour(later) * 3600)
                .isEqualTo(Instant.parse("2026-11-17T12:00:00Z").getEpochSecond());
    }

    private static StoryMember fetched(ArticleText a, String time) {
        return StoryMember.of(News.sketch(new ArticleText(
                a.id(), a.url(), a.site(), a.title(), a.text(), a.language(), a.published(), Instant.parse(time))));
    }

    @Test
    void ledgersComeBackFromTheirBytesAndStayBounded() {
        StoryLedger ledger = StoryLedger.empty("s").with(again).withReprint("x.example");
        for (int i = 0; i < 500; i++) {
            ledger = ledger.with(StoryMember.of(News.sketch(
                    "m" + i,
                    "Fire",
                    News.FIRE,
                    Instant.ofEpochSecond(1_790_000_000L + 3600L * i).toString(),
                    i)));
        }
        byte[] bytes = LedgerCodec.toBytes(ledger);
        assertThat(LedgerCodec.ledger(bytes)).isEqualTo(ledger);
        assertThat(bytes).hasSizeLessThan(60_000);
        assertThat(ledger.articles()).isEqualTo(501);
        assertThat(MemberCodec.ofBytes(MemberCodec.toBytes(fire))).isEqualTo(fire);
    }
}
