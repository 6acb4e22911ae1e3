package newsloom.aggregator.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import newsloom.aggregator.names.Name.Kind;
import newsloom.text.terms.TermTables;
import org.junit.jupiter.api.Test;

class NameFinderTest {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it", "nl", "pl");
    private static final int MANY = 100;
    private static final TermTables TABLES = new TermTables();

    private static List<Name> names(String language, String text) {
        return new NameFinder(language, TABLES.apply(language)).find("", text, 12);
    }

    /** Of invented reports in seven languages. */
    @Test
    void findsNamesAndTellsTheirKinds() throws IOException {
        Map<String, Kind> known = known();
        var there = new ArrayList<String>();
        var found = new ArrayList<Name>();
        var json = new ObjectMapper();
        for (String line : resource("/newsloom/aggregator/related/happenings.jsonl")
                .lines()
                .toList()) {
            JsonNode report = json.readTree(line);
            String language = report.get("lang").asText();
            if (LANGUAGES.contains(language)) {
                String text = report.get("text").asText();
                known.forEach((name, kind) -> {
                    if (kind != Kind.UNKNOWN && text.contains(name)) {
                        there.add(name);
                    }
                });
                var finder = new NameFinder(language, TABLES.apply(language));
                found.addAll(finder.find(report.get("title").asText(), text, MANY));
            }
        }
        long names =
                found.stream().filter(name -> known.containsKey(name.text())).count();
        long sought = found.stream()
                .filter(name -> known.getOrDefault(name.text(), Kind.UNKNOWN) != Kind.UNKNOWN)
                .count();
        long right = found.stream()
                .filter(name -> name.kind() != Kind.UNKNOWN && name.kind() == known.get(name.text()))
                .count();
        long told = found.stream()
                .filter(name -> name.kind() != Kind.UNKNOWN && known.containsKey(name.text()))
                .filter(name -> known.get(name.text()) != Kind.UNKNOWN)
                .count();
        System.out.printf(
                Locale.ROOT,
                "names: %d of %d found are names, %d of %d are found; kinds: %d told, %d of them right%n",
                names,
                found.size(),
                sought,
                there.size(),
                told,
                right);
        assertThat((double) names / found.size()).isGreaterThan(0.92);
        assertThat((double) sought / there.size()).isGreaterThan(0.86);
        assertThat((double) right / told).isGreaterThan(0.97);
        assertThat((double) told / sought).isGreaterThan(0.4);
    }

    @Test
    void whatSpeaksBehindAnArticleIsNoPerson() {
        assertThat(
                        names(
                                "en",
                                "Col Ada Quist told the Valemouth Post that the IT of the Norvik Rowers was broken into. As the Norvik Rowers said, the NRX warned them. Ada Quist said that the NRX added nothing, and Quist explained why."))
                .containsExactlyInAnyOrder(
                        new Name("Ada Quist", Kind.PERSON),
                        new Name("Norvik Rowers", Kind.UNKNOWN),
                        new Name("Valemouth Post", Kind.ORGANISATION),
                        new Name("NRX", Kind.ORGANISATION));
    }

    @Test
    void housesNamedAfterSeveralAndFirmsOfTwoAreOrganisations() {
        assertThat(
                        names(
                                "en",
                                "In May the Dock Workers’ Union met at Brodie & Lamm. As Brodie & Lamm said, owner Ada Quist let the Workers' Union in."))
                .contains(
                        new Name("Dock Workers’ Union", Kind.ORGANISATION),
                        new Name("Brodie & Lamm", Kind.ORGANISATION),
                        new Name("Ada Quist", Kind.PERSON));
    }

    @Test
    void whatOpensASentenceAndDaysAreNoNames() {
        assertThat(
                        names(
                                "en",
                                "On Tuesday the ferry stopped. At Cooper's Weir it lay for an hour. In Tanner Row people waited. And I waited, too. In August it sank near Cooper's Weir."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Cooper's Weir", "Tanner Row");
    }

    @Test
    void whatStandsBehindATimeOpensASentence() {
        assertThat(
                        names(
                                "en",
                                "08:10 Fire chief Roy Tillman says nine wagons left the rails at Cutter's Bend. 07:45 Residents of Mill Lane are told to stay. 07:30 Police close the road."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Roy Tillman", "Cutter's Bend", "Mill Lane");
    }

    @Test
    void monthsArePartsOfNamesWhereTheyCannotBeDates() {
        assertThat(
                        names(
                                "en",
                                "The police, said Inspector Carol Mays, know nothing. Asked by Linda May, they told Northwire Monday that in Pell May 12 is a holiday."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Carol Mays", "Linda May", "Northwire", "Pell");
        assertThat(names("es", "El tenor Amado Domingo y Julio Barrantes vienen el domingo. El Jueves no."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Amado Domingo", "Julio Barrantes");
    }

    @Test
    void endingsBehindAnApostropheAreLeftOutInTurkishAndTellPlaces() {
        assertThat(
                        names(
                                "tr",
                                "Deprem Karlıtepe'yi salladı. Vali Mehmet Sarpkaya'nın açıklamasına göre Karlıtepe'de okullar kapalı."))
                .containsExactlyInAnyOrder(new Name("Karlıtepe", Kind.PLACE), new Name("Mehmet Sarpkaya", Kind.PERSON));
    }

    @Test
    void aPlaceBetweenTitleAndNameIsAnotherName() {
        assertThat(names("ru", "В Нижнелесье сгорел склад. Мэр Нижнелесья Ольга Сытина приехала сразу."))
                .containsExactlyInAnyOrder(new Name("Нижнелесье", Kind.PLACE), new Name("Ольга Сытина", Kind.PERSON));
        assertThat(names("ru", "В Нижнелесье сгорел склад. Президент Пётр Ильич Громов приехал сразу."))
                .contains(new Name("Пётр Ильич Громов", Kind.PERSON));
    }

    @Test
    void namesEndAtPunctuationAndWithoutThePossessive() {
        assertThat(
                        names(
                                "en",
                                "After the storm in Lormières, Hélène Castagnier spoke. Kestrel's Farah Lindley agreed with Jean-Luc Moreau of Brightwater & Sons Ltd."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder(
                        "Lormières",
                        "Hélène Castagnier",
                        "Kestrel",
                        "Farah Lindley",
                        "Jean-Luc Moreau",
                        "Brightwater & Sons Ltd");
    }

    @Test
    void titlesAreNoPartOfANameAndTellThatItIsAPersons() {
        assertThat(
                        names(
                                "en",
                                "Labour Minister Hanne Birk met Dr. Otto Winge in Brunnfors. The Prime Minister stayed away, Birk said."))
                .containsExactlyInAnyOrder(
                        new Name("Hanne Birk", Kind.PERSON),
                        new Name("Otto Winge", Kind.PERSON),
                        new Name("Brunnfors", Kind.PLACE));
    }

    @Test
    void aTitleBeforeTheCommaAndAnAgeBehindItTellAPerson() {
        assertThat(names("en", "The mayor, Anja Rauth, thanked Milo Kern, 34, in Pell, 20 people said."))
                .containsExactlyInAnyOrder(
                        new Name("Anja Rauth", Kind.PERSON),
                        new Name("Milo Kern", Kind.PERSON),
                        new Name("Pell", Kind.PLACE));
        assertThat(names("de", "Die Tat begann in Harlau. Zeugin Edda Lorrimer (41) half, und Aldo Brink (52) auch."))
                .contains(new Name("Aldo Brink", Kind.PERSON));
        assertThat(names("es", "Su abogada, Lucía Arnáiz, anunció un recurso."))
                .containsExactly(new Name("Lucía Arnáiz", Kind.PERSON));
    }

    @Test
    void commonNounsAreNoNamesWhereNounsHaveCapitals() {
        assertThat(
                        names(
                                "de",
                                "Das Feuer brach am Abend in Harlau aus. Nach dem Feuer fehlte der Brei, und ein Finger tat weh. Bürgermeisterin Anna Keller lobte die Nachbarn. Keller sagte, der Abstand der Häuser in Harlau sei zu klein. Die Kosten trägt die Nordbank AG."))
                .containsExactlyInAnyOrder(
                        new Name("Anna Keller", Kind.PERSON),
                        new Name("Harlau", Kind.PLACE),
                        new Name("Nordbank AG", Kind.ORGANISATION));
    }

    @Test
    void hardlyANounIsANameInGerman() throws IOException {
        var wrong = new ArrayList<String>();
        int right = 0;
        int there = 0;
        var finder = new NameFinder("de", TABLES.apply("de"));
        for (String line : resource("german.txt").lines().skip(1).toList()) {
            String[] report = line.split("\\|", -1);
            List<String> known = Arrays.asList(report[2].split(", ", -1));
            List<String> found = finder.find(report[0], report[1], MANY).stream()
                    .map(Name::text)
                    .toList();
            found.stream().filter(name -> !known.contains(name)).forEach(wrong::add);
            right += (int) found.stream().filter(known::contains).count();
            there += known.size();
        }
        System.out.printf(Locale.ROOT, "German names: %d of %d found, wrong %s%n", right, there, wrong);
        assertThat((double) right / (right + wrong.size())).isGreaterThan(0.9);
        assertThat((double) right / there).isGreaterThan(0.7);
    }

    @Test
    void countedNounsThatOpenASentenceAreNoneInGerman() {
        assertThat(
                        names(
                                "de",
                                "Elf Bergleute sind in Harlau eingeschlossen. Vier Männer riefen, sagte Edda Lorrimer. Mehrere Angehörige warten."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Harlau", "Edda Lorrimer");
    }

    @Test
    void nounsInFrontOfNamesAndBehindNumbersAreNoneInGerman() {
        assertThat(
                        names(
                                "de",
                                "Der Kutter sank in Sichtweite der Küste. Er hatte 900 Kilo Hering geladen, den Betreiber Norkraft und Firma Brandtner & Söhne kaufen wollten. Norkraft zahlt mehr. In Gefahr war niemand."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Norkraft", "Brandtner & Söhne");
    }

    @Test
    void japaneseNamesAreToldByWhatStandsBehindThem() {
        assertThat(
                        names(
                                "ja",
                                "オトク市の沖でフェリーが座礁した。ヤンコ・ロジッチ船長は停職になった。ノルド海運株式会社は調査を約束した。オトク市の山本健一市長は説明を求め、山本氏は現場を訪れた。都市部の学生さんは国立大学に通う。京都市は大都市だ。農家さんは同市の地方銀行に行った。"))
                .containsExactlyInAnyOrder(
                        new Name("オトク市", Kind.PLACE),
                        new Name("京都市", Kind.PLACE),
                        new Name("ヤンコ・ロジッチ", Kind.PERSON),
                        new Name("ノルド海運株式会社", Kind.ORGANISATION),
                        new Name("山本健一", Kind.PERSON));
    }

    @Test
    void chineseNamesAreToldByWhatStandsBesideThemAndComeAgain() {
        assertThat(
                        names(
                                "zh",
                                "成都市和成都市的渡轮在奥托克市附近触礁。渡轮由诺德航运公司运营。奥托克市市长李建国说，礁石有标记。李建国要求诺德航运公司作出解释。市民王丽华女士在大城市的中央银行工作。市长周二表示，记者高兴地说。市长周二表示。"))
                .containsExactlyInAnyOrder(
                        new Name("奥托克市", Kind.PLACE),
                        new Name("成都市", Kind.PLACE),
                        new Name("诺德航运公司", Kind.ORGANISATION),
                        new Name("李建国", Kind.PERSON),
                        new Name("王丽华", Kind.PERSON));
    }

    @Test
    void formsOfOneNameAreOne() {
        assertThat(
                        names(
                                "ru",
                                "Мэр Остлунда, Теванко, открыл мост. По словам Теванко, Остлунд ждал этого десять лет. В Остлунде играла музыка."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Остлунд", "Теванко");
    }

    @Test
    void particlesStandInsideNames() {
        assertThat(names("en", "The Bank of Orlund lent to Ludwig van der Meer and to Marie de la Tour."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Bank of Orlund", "Ludwig van der Meer", "Marie de la Tour");
        assertThat(names("en", "The talks failed, Varga said. Varga of Orlund left. Orlund regrets that."))
                .extracting(Name::text)
                .containsExactlyInAnyOrder("Varga", "Orlund");
        assertThat(names("it", "È morto a Pontalba il fondatore della Cineteca di Pontalba. Viveva a Pontalba."))
                .containsExactlyInAnyOrder(
                        new Name("Pontalba", Kind.PLACE), new Name("Cineteca di Pontalba", Kind.UNKNOWN));
        assertThat(names("fr", "Le maire de Lormières, Paul Aubry, est venu à l'Hôtel d'Armont avec Jeanne d'Orval."))
                .extracting(Name::text)
                .contains("Paul Aubry", "Jeanne d'Orval", "Lormières");
    }

    @Test
    void storesReadWhatEarlierBuildsWrote() {
        assertThat(Name.ofStored("Anna Keller")).isEqualTo(new Name("Anna Keller", Kind.UNKNOWN));
        for (Kind kind : Kind.values()) {
            var name = new Name("Anna Keller", kind);
            assertThat(Name.ofStored(name.stored())).isEqualTo(name);
        }
    }

    private static Map<String, Kind> known() throws IOException {
        var known = new HashMap<String, Kind>();
        resource("names.txt").lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            Arrays.stream(line.substring(colon + 1).strip().split(", ", -1))
                    .forEach(name -> known.putIfAbsent(name, Kind.valueOf(line.substring(0, colon))));
        });
        return known;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = NameFinderTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    @Test
    void whoeverSpeaksIsNoPersonByOneWordAlone() {
        List<Name> names = names("en", """
                On Monday Norline said that no ferry would sail. "We are sorry," said Norline. Headteacher Moira Penhale said the school in
                Upper Morse would stay shut, and Provost Ian Cathcart of Lower Morse said so, too. Penhale had 40 pupils stay at home.""");
        assertThat(names)
                .filteredOn(name -> name.text().equals("Norline"))
                .extracting(Name::kind)
                .containsExactly(Kind.UNKNOWN);
        assertThat(names)
                .contains(
                        new Name("Moira Penhale", Kind.PERSON),
                        new Name("Ian Cathcart", Kind.PERSON),
                        new Name("Upper Morse", Kind.PLACE),
                        new Name("Lower Morse", Kind.PLACE));
    }

    @Test
    void readsGreekTitlesSpeechAndDays() {
        assertThat(names("el", """
                Τρεις άνθρωποι σκοτώθηκαν το πρωί της Τρίτης στο Ροσεβάλ. Ο διοικητής Μπερτράν Κασάν δήλωσε ότι η φωτιά έσβησε. \
                Η εισαγγελέας Σολέν Βοτρέν διέταξε έρευνα, είπε ο Κασάν."""))
                .containsExactlyInAnyOrder(
                        new Name("Ροσεβάλ", Kind.PLACE),
                        new Name("Μπερτράν Κασάν", Kind.PERSON),
                        new Name("Σολέν Βοτρέν", Kind.PERSON));
    }
}
