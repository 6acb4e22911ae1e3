package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorNamesTest {

    @Test
    void namesWhoWroteItAndNotForWhomNorWhoElseHelped() {
        assertThat(AuthorNames.of(List.of("Written by Ada Quist for The Courier")))
                .containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("By Ada Quist. Photographs by Otto Brandt")))
                .containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("Reported by Ada Quist; Editing by Ole Strand")))
                .containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("By Dr. Ada Quist, PhD"))).containsExactly("Dr. Ada Quist");
        assertThat(AuthorNames.of(List.of("Center for Coastal Studies"))).containsExactly("Center for Coastal Studies");
    }

    @Test
    void namesPeopleInCapitals() {
        assertThat(AuthorNames.of(List.of("BY ADA QUIST AND OLE STRAND"))).containsExactly("ADA QUIST", "OLE STRAND");
    }

    @Test
    void namesPeopleWithoutTheirTrades() {
        assertThat(AuthorNames.of(List.of("By Ina Farrow and Tom Beck, Staff Writers")))
                .containsExactly("Ina Farrow", "Tom Beck");
        assertThat(AuthorNames.of(List.of("Von Jonas Wehrle und Petra Hollstein")))
                .containsExactly("Jonas Wehrle", "Petra Hollstein");
        assertThat(AuthorNames.of(List.of("https://a.example/ina", "@ina", "INA FARROW", "Ina Farrow")))
                .containsExactly("INA FARROW");
    }

    @Test
    void leavesOutDegreesHousesAndPlacesBehindTheName() {
        assertThat(AuthorNames.of(List.of("By Ada Quist MS, RDN, LD"))).containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("Ada Quist | Valemouth Journal"))).containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("Ada Quist, Associated Press", "Ole Strand, Associated Press")))
                .containsExactly("Ada Quist", "Ole Strand");
        assertThat(AuthorNames.of(List.of("Ada Quist The Associated Press"))).containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("By Ada Quist in Valemouth"))).containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("Associated Press"))).containsExactly("Associated Press");
    }

    @Test
    void leavesOutWhereTheReportWasWritten() {
        assertThat(AuthorNames.of(List.of("Von Ada Quist, Valemouth"))).containsExactly("Ada Quist");
        assertThat(AuthorNames.of(List.of("By Ada Quist and Ole Strand, Valemouth")))
                .containsExactly("Ada Quist", "Ole Strand");
        assertThat(AuthorNames.of(List.of("Ada Quist, Ole Strand"))).containsExactly("Ada Quist", "Ole Strand");
    }

    @Test
    void namesSeveralPeopleByTheirGivenNamesFirst() {
        assertThat(AuthorNames.of(List.of("Quist, Ada; Strand, Ole"))).containsExactly("Ada Quist", "Ole Strand");
        assertThat(AuthorNames.of(List.of("Ada Quist; Ole Strand, Valemouth")))
                .containsExactly("Ada Quist", "Ole Strand");
    }

    @Test
    void knowsAgenciesInSmallLetters() {
        assertThat(AuthorNames.of(List.of("Von Ada Quist und Ole Strand, dpa")))
                .containsExactly("Ada Quist", "Ole Strand", "dpa");
        assertThat(AuthorNames.of(List.of("quist"))).isEmpty();
    }

    @Test
    void leavesOutTheTradeBehindAKoreanName() {
        assertThat(AuthorNames.of(List.of("김하늘 기자"))).containsExactly("김하늘");
        assertThat(AuthorNames.of(List.of("김하늘 기자 외 1명"))).containsExactly("김하늘");
    }
}
