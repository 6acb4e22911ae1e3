package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PELL (Northwire) - The mayor resigned.|The mayor resigned.",
                "(Northwire) - The mayor resigned.|The mayor resigned.",
                "PELL, Orlund (NW) — The mayor resigned.|The mayor resigned.",
                "PELL, Nov 21 (Northwire) - The mayor resigned.|The mayor resigned.",
                "PORT ELLIN — The mayor resigned.|The mayor resigned.",
                "HARLAU, 3. Mai (nwa) – Die Bürgermeisterin tritt ab.|Die Bürgermeisterin tritt ab.",
                "Harlau (nwa): Die Bürgermeisterin tritt ab.|Die Bürgermeisterin tritt ab.",
                "Harlau/Kessel (nwa/lok) - Die Bürgermeisterin tritt ab.|Die Bürgermeisterin tritt ab.",
                "LORMIÈRES, 3 mai (NWP) - Le maire démissionne.|Le maire démissionne.",
                "Villanova, 3 may (NWE).- El alcalde dimite.|El alcalde dimite.",
                "(NWI) - LORENA, 03 MAG - Il sindaco si dimette.|Il sindaco si dimette.",
                "ОСТЛУНД, 3 мая. /СВЕТ/. Мэр ушёл в отставку.|Мэр ушёл в отставку.",
                "ОСТЛУНД, 3 мая — Мэр ушёл в отставку.|Мэр ушёл в отставку.",
                "北风社哈尔巴5月3日电（记者 李明）市长宣布辞职。|市长宣布辞职。",
                "【ハルバ共同】市長は辞任した。|市長は辞任した。",
                "［ハルバ　３日　北風通信］ - 市長は辞任した。|市長は辞任した。",
            })
    void isNoPartOfTheFirstSentence(String paragraph, String sentence) {
        assertThat(Dateline.cutFrom(paragraph)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor (Greens) resigned on Monday.",
                "Chancellor Olaf Winge (SDP) – in office since 2020 – resigned.",
                "Pell - a town of 4,000 - has no mayor.",
                "NATO - the alliance - met in Pell.",
                "Mayor Anna Keller: I resign.",
                "KELLER: I resign.",
                "Am Montag 3 Tote - Die Polizei sucht Zeugen.",
                "In Pell, 3 firefighters were hurt - one badly.",
                "Pell (Northwire) - ",
                "市長は（北港市）辞任した。",
                "",
            })
    void sentencesStayWhole(String paragraph) {
        assertThat(Dateline.cutFrom(paragraph)).isEqualTo(paragraph);
    }

    @Test
    void leadsBeginWithTheSentence() {
        assertThat(Lead.of("PELL (Northwire) - The mayor resigned. She gave no reason.\n\nMore.", 400))
                .isEqualTo("The mayor resigned. She gave no reason.");
    }
}
