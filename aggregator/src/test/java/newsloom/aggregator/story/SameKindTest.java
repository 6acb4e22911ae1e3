package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** First reports of two happenings of a kind, an hour apart, and then a second one of the earlier: two stories. */
class SameKindTest {
    private final StoryIndex index = new InMemoryStoryIndex();
    private final StoryDecider decider = News.decider();

    /** @param again another one's report of the same happening as {@code one} */
    record Kind(String name, String language, Report one, Report other, Report again) {
        Kind(String name, Report one, Report other, Report again) {
            this(name, "en", one, other, again);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Report(String title, String text) {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "results of two firms",
                        new Report("Quillon profit up 8 percent on strong cement sales", """
                                Cement maker Quillon said on Thursday its third-quarter profit rose 8 percent to 231 million crowns, helped by strong \
                                demand from road builders. Sales were 1.9 billion crowns.
                                Chief executive Petter Naess said the company still expected a record year. Its shares rose 3 percent."""),
                        new Report("Brisby profit drops 17 percent as shoppers stay away", """
                                Department store chain Brisby said on Thursday its third-quarter profit fell 17 percent to 46 million crowns, hurt by weak \
                                demand for winter coats. Sales were 880 million crowns.
                                Chief executive Lotte Amdal said the company no longer expected a profit this year. Its shares fell 9 percent."""),
                        new Report("Roads keep Quillon busy", """
                                Quillon is selling more cement than ever, and the road builders are the reason: the company of chief executive Petter Naess \
                                earned 231 million crowns in the third quarter. Analysts had expected less. Naess said two more kilns of Quillon \
                                would be lit in spring.""")),
                new Kind(
                        "short results of two firms",
                        new Report("Velgrad profit rises 14% in second quarter", """
                                Velgrad said on Tuesday net profit rose 14 percent to $183 million in the second quarter. Revenue climbed to $1.4 \
                                billion. Chief executive Joanna Krell confirmed full-year targets. Shares rose 2 percent in London."""),
                        new Report("Ostrel profit falls 9% in second quarter", """
                                Ostrel said on Tuesday net profit fell 9 percent to $76 million in the second quarter. Revenue slipped to $910 \
                                million. Chief executive Piers Lagrund cut full-year targets. Shares fell 5 percent in London."""),
                        new Report("Velgrad earns more as Krell sticks to her targets", """
                                Velgrad earned $183 million in the second quarter, 14 percent more than a year ago, and its chief executive Joanna Krell \
                                still expects a record year. Shares of Velgrad rose in London on Tuesday.""")),
                new Kind(
                        "Quartalszahlen zweier Firmen",
                        "de",
                        new Report("Mehrhoff AG steigert Gewinn um sieben Prozent", """
                                Die Mehrhoff AG hat am Dienstag für das zweite Quartal einen Gewinn von 63 Millionen Euro gemeldet, sieben Prozent mehr \
                                als im Vorjahr. Der Umsatz stieg auf 510 Millionen. Vorstandschef Tilo Kranz bestätigte die Prognose. Die Aktie legte \
                                in Frankfurt um drei Prozent zu."""),
                        new Report("Tannrode SE verdient zwölf Prozent weniger", """
                                Die Tannrode SE hat am Dienstag für das zweite Quartal einen Gewinn von 38 Millionen Euro gemeldet, zwölf Prozent weniger \
                                als im Vorjahr. Der Umsatz sank auf 290 Millionen. Vorstandschefin Uta Brehmer kappte die Prognose. Die Aktie gab \
                                in Frankfurt um sechs Prozent nach."""),
                        new Report("Mehrhoff bleibt bei seiner Prognose", """
                                Nach einem Gewinn von 63 Millionen Euro im zweiten Quartal bleibt die Mehrhoff AG bei ihrer Prognose. Der Umsatz stieg auf \
                                510 Millionen, wie Vorstandschef Tilo Kranz am Dienstag sagte. Die Aktie von Mehrhoff stieg in Frankfurt.""")),
                new Kind(
                        "two trials",
                        new Report("Former mayor of Astrup jailed for bribes", """
                                The former mayor of Astrup, Gunnar Feld, was sentenced to four years in prison on Monday for taking bribes from a builder.
                                The court found that Feld, 61, had been paid 300,000 crowns for building permits. His lawyer said he would appeal."""),
                        new Report("Nurse jailed for thefts in Lillevik clinic", """
                                A nurse at the Lillevik clinic, Maja Toft, was sentenced to two years in prison on Monday for stealing from patients.
                                The court found that Toft, 44, had taken rings and 90,000 crowns in cash. Her lawyer said she would appeal."""),
                        new Report("Astrup after the verdict: Gunnar Feld's houses still stand empty", """
                                Gunnar Feld was the mayor of Astrup for twelve years, and took 300,000 crowns from a builder for permits. On Monday he was \
                                sent to prison for four years. In Astrup the eleven houses that Feld permitted stand empty.""")),
                new Kind(
                        "two accidents",
                        new Report("Two dead as lorry hits bus near Korvel", """
                                Two people died and nine were injured when a lorry hit a bus on the coast road near Korvel on Friday morning, police said.
                                The driver of the lorry, a man of 52, was taken to hospital. The road was closed for five hours."""),
                        new Report("Three killed in train crash at Dunholt crossing", """
                                Three people died and four were injured when a train hit a van at a crossing near Dunholt on Friday morning, police said.
                                The driver of the van, a woman of 38, was among the dead. The line was closed for eight hours."""),
                        new Report("Korvel bus: lorry driver had been at the wheel all night", """
                                The lorry driver who hit a bus near Korvel on Friday had been driving for fourteen hours, police said. Two people in the bus \
                                died on the coast road. Nine more are in the hospital of Korvel.""")),
                new Kind(
                        "zwei Brände",
                        "de",
                        new Report("Großbrand in Möbelfabrik in Ostrau: Halle brennt nieder", """
                                In einer Möbelfabrik in Ostrau ist in der Nacht zum Freitag ein Feuer ausgebrochen. Eine Halle brannte bis auf die Grundmauern \
                                nieder, teilte die Feuerwehr mit. Verletzt wurde niemand.
                                Rund 110 Einsatzkräfte waren vor Ort, sagte Einsatzleiter Jörn Petzold. Der Schaden wird auf vier Millionen Euro geschätzt."""),
                        new Report("Holzstapel brennen in Lindenhagen: Anwohner sollen Fenster schließen", """
                                Auf dem Gelände eines Sägewerks in Lindenhagen haben in der Nacht zum Freitag Holzstapel gebrannt. Die Feuerwehr rief \
                                Anwohner auf, Fenster geschlossen zu halten. Ein Arbeiter wurde verletzt.
                                Warum es brannte, sei unklar, sagte Einsatzleiterin Silke Marquardt. Der Schaden wird auf zwei Millionen Euro geschätzt."""),
                        new Report("Nach dem Brand in Ostrau: Möbelfabrik will wieder aufbauen", """
                                Die Möbelfabrik in Ostrau soll wieder aufgebaut werden. Das sagte die Eigentümerin am Freitag vor den Trümmern der Halle, die in \
                                der Nacht niedergebrannt war. Einsatzleiter Jörn Petzold hatte den Schaden auf vier Millionen Euro geschätzt.""")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void areTwoStories(Kind kind) {
        String one = decide("one", kind.language(), kind.one(), "2026-11-20T07:10:00Z", 0);
        String other = decide("other", kind.language(), kind.other(), "2026-11-20T08:20:00Z", 1);
        String again = decide("again", kind.language(), kind.again(), "2026-11-20T15:40:00Z", 2);
        assertThat(again).isEqualTo(one).isNotEqualTo(other);
    }

    private String decide(String id, String language, Report report, String published, int minute) {
        ArticleText english = News.article(id, report.title(), report.text(), published, minute);
        ArticleText article = new ArticleText(
                english.id(),
                english.url(),
                english.site(),
                english.title(),
                english.text(),
                language,
                english.published(),
                english.fetchTime());
        return decider.decide(News.sketch(article), index).storyId();
    }
}
