package newsloom.aggregator.story.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import newsloom.text.terms.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayMentionsTest {
    private static final EventTime WEDNESDAY =
            new EventTime(Instant.parse("2026-11-18T09:00:00Z").toEpochMilli(), true);

    @ParameterizedTest
    @CsvSource({
        "en, on 12 September 2024 at noon, 2024-09-12",
        "en, 'on September 12th, 2024', 2024-09-12",
        "en, it began on June 1, 2026-06-01",
        "en, it begins on January 3, 2027-01-03",
        "en, the vote on Wednesday, 2026-11-18",
        "en, the vote on Thursday, 2026-11-12",
        "en, logged 2024-09-12 in the book, 2024-09-12",
        "de, am 3. Oktober 1990 in Berlin, 1990-10-03",
        "es, el 12 de septiembre de 2024, 2024-09-12",
        "ru, 12 сентября 2024 года, 2024-09-12",
        "ja, 2024年9月12日に, 2024-09-12",
        "ja, 9月12日に, 2026-09-12",
        "de, am 12.09.2024 in Berlin, 2024-09-12",
        "de, am 12. Jänner 2026, 2026-01-12",
        "ar, في 12 أيلول 2024, 2024-09-12",
        "vi, ngày 12 tháng 9 năm 2024, 2024-09-12",
        "pt, na segunda-feira, 2026-11-16",
        "pl, w sobotę, 2026-11-14",
        "ja, 土曜日に, 2026-11-14",
        "zh, 在周六举行, 2026-11-14",
        "de, am Sonnabend, 2026-11-14"
    })
    void readsADay(String language, String text, LocalDate day) {
        assertThat(days(language, text, WEDNESDAY)).containsExactly((int) day.toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Rovers will host Ashcombe on Saturday, 2026-11-21",
        "en, on Saturday will the gates open, 2026-11-21",
        "en, they vote next Tuesday, 2026-11-24",
        "en, the court will hear them on Wednesday, 2026-11-18",
        "en, they said on Monday that they will resign, 2026-11-16",
        "en, they will repair what burned last Friday, 2026-11-13",
        "en, He will resign. They voted on Tuesday, 2026-11-17",
        "de, am Samstag wird gewählt, 2026-11-21",
        "fr, le procès aura lieu lundi, 2026-11-23",
        "es, el sábado próximo, 2026-11-21",
        "ar, السبت المقبل, 2026-11-21"
    })
    void aWeekdayIsTheNextOneWhereTheSentenceLooksAhead(String language, String text, LocalDate day) {
        assertThat(days(language, text, WEDNESDAY)).containsExactly((int) day.toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({"may 40 percent do", "31 June 2026 is no day", "in March 2026 it rained", "12 of them in 2024"})
    void findsNoneWhereThereIsNone(String text) {
        assertThat(days("en", text, WEDNESDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"on Wednesday, 0", "on 12 September, 0", "on 12 September 2024, 1"})
    void believesOnlyFullDatesOfAnUndatedArticle(String text, int found) {
        assertThat(days("en", text, new EventTime(WEDNESDAY.ms(), false))).hasSize(found);
    }

    private static List<Integer> days(String language, String text, EventTime time) {
        return new DayMentions(language)
                .of(new Tokenizer(language).tokens(text), text, time).stream()
                        .boxed()
                        .toList();
    }
}
