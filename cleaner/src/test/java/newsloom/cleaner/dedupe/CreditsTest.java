package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
    private static final String BODY = "The council met on Monday and decided to close the road by the river.";

    private static boolean credits(String text) {
        return Credits.another(text, "", "gazette.example", "The Gazette");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This article originally appeared on Northern Wire.",
                "With inputs from Northern Wire",
                "Source: Northern Wire",
                "Quelle: Nordagentur",
                "Источник: Северный вестник",
                "来源：北方通讯社",
                "© 2026 Northern Wire. All rights reserved.",
                "— Northern Wire",
                "This story has been published from a wire agency feed without modifications."
            })
    void seesACreditAtTheEnd(String credit) {
        assertThat(credits(BODY + "\n\n" + BODY + "\n\n" + credit)).isTrue();
    }

    @Test
    void seesAnAgencyInTheDatelineAndInTheByline() {
        assertThat(credits("OSLO, March 14 (Northern Wire) – " + BODY)).isTrue();
        assertThat(credits("Oslo (NW) - " + BODY)).isTrue();
        assertThat(Credits.another(BODY, "Jane Doe, Reuters", "gazette.example", null))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "© 2026 The Gazette. All rights reserved.",
                "Source: gazette.example",
                "The source of the river lies in the hills.",
                "Via Appia is closed on Sundays, as every walker knows."
            })
    void aSiteThatNamesItselfOrNobodyCreditsNobody(String last) {
        assertThat(credits(BODY + "\n\n" + last)).isFalse();
    }

    @Test
    void aBracketInTheFirstSentenceIsNoDateline() {
        assertThat(credits("The World Health Organization (WHO) said on Monday that it would meet again."))
                .isFalse();
        assertThat(Credits.another("LONDON (Reuters) - " + BODY, "", "reuters.com", "Reuters"))
                .isFalse();
    }
}
