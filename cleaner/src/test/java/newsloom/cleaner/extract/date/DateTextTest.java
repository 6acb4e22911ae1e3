package newsloom.cleaner.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-17T18:05:00+02:00                          | 2026-03-17T16:05:00Z
            2026-03-17T18:05:00.123Z                           | 2026-03-17T18:05:00Z
            2026-03-17 18:05 +0530                             | 2026-03-17T12:35:00Z
            1773763500                                         | 2026-03-17T16:05:00Z
            20260317                                           | 2026-03-17
            Updated: 04-02-2026 15:40 IST                      | 2026-02-04T10:10:00Z
            March 17, 2026 6:05 pm EST                         | 2026-03-17T23:05:00Z
            Posted: Dec. 22, 2023 8:25 AM ET                   | 2023-12-22T13:25:00Z
            10:30 GMT, 4 May 2024                              | 2024-05-04T10:30:00Z
            Tue, 3 Jun 2008 11:05:30 GMT                       | 2008-06-03T11:05:30Z
            9. Februar 2026, 10:30 Uhr                         | 2026-02-09T10:30:00Z
            09.02.2026                                         | 2026-02-09
            publié le 3 août 2021 à 14h30                      | 2021-08-03T14:30:00Z
            12 de octubre de 2025                              | 2025-10-12
            5 września 2025                                    | 2025-09-05
            17 марта 2026                                      | 2026-03-17
            2026. március 17. 18:05                            | 2026-03-17T18:05:00Z
            2026 m. kovo 17 d.                                 | 2026-03-17
            17 มีนาคม 2569                                      | 2026-03-17
            17 במרץ 2026                                       | 2026-03-17
            2025年10月27日 18時05分                              | 2025-10-27T18:05:00Z
            2024.05.03. 09:15                                  | 2024-05-03T09:15:00Z
            25/12/2025                                         | 2025-12-25
            ١٧ مارس ٢٠٢٦ - ١٨:٠٥                               | 2026-03-17T18:05:00Z
            ١٧/٠٣/٢٠٢٦                                         | 2026-03-17
            17 كانون الثاني 2026                               | 2026-01-17
            17 آذار/مارس 2026                                  | 2026-03-17
            مارس/ آذار 17, 2026                                | 2026-03-17
            17 آب 2026                                         | 2026-08-17
            ۱۷ مارس ۲۰۲۶                                       | 2026-03-17
            ۲۶ اسفند ۱۴۰۴، ۱۸:۰۵                               | 2026-03-17T18:05:00Z
            17 مارچ 2026                                       | 2026-03-17
            17 մարտի, 2026                                     | 2026-03-17
            17 მარტი, 2026                                     | 2026-03-17
            2026. gada 17. martā                               | 2026-03-17
            17. janvārī, 2026                                  | 2026-01-17
            2026 m. rugpjūčio 17 d. 18:05                      | 2026-08-17T18:05:00Z
            17. märts 2026 18:05                               | 2026-03-17T18:05:00Z
            17. märtsil 2026                                   | 2026-03-17
            Thứ ba, ngày 17 tháng 3 năm 2026                   | 2026-03-17
            17 tháng 3, 2026 18:05                             | 2026-03-17T18:05:00Z
            17 มี.ค. 2569 18:05 น.                              | 2026-03-17T18:05:00Z
            ๑๗ มีนาคม ๒๕๖๙                                      | 2026-03-17
            令和8年3月17日 18時05分                              | 2026-03-17T18:05:00Z
            平成31年4月30日                                     | 2019-04-30
            令和元年10月25日                                    | 2019-10-25
            ２０２６年３月１７日                                  | 2026-03-17
            2026년 3월 17일 18:05                               | 2026-03-17T18:05:00Z
            17 Ogos 2026                                       | 2026-08-17
            17 Agustus 2026, 18:05 WIB                         | 2026-08-17T11:05:00Z
            17 मार्च 2026                                       | 2026-03-17
            १७ मार्च २०२६                                       | 2026-03-17
            ১৭ মার্চ ২০২৬                                       | 2026-03-17
            17 Μαρτίου 2026                                    | 2026-03-17
            17 березня 2026, 18:05                             | 2026-03-17T18:05:00Z
            17. ožujka 2026.                                   | 2026-03-17
            17. januarja 2026 ob 18:05                         | 2026-01-17T18:05:00Z
            17 сакавіка 2026                                   | 2026-03-17
            17 март 2026                                       | 2026-03-17
            17 மார்ச் 2026                                       | 2026-03-17
            """)
    void readsDatesOfManyKinds(String text, String expected) {
        assertThat(read(text, false)).isEqualTo(expected);
    }

    @Test
    void readsTheMonthFirstWhereThatIsTheCustom() {
        assertThat(read("4/2/2026", true)).isEqualTo("2026-04-02");
        assertThat(read("4/2/2026", false)).isEqualTo("2026-02-04");
        assertThat(read("4.2.2026", true)).isEqualTo("2026-02-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no date",
                "31.02.2026",
                "call 555-1234-99",
                "in 2026",
                "in 2026 some 40 people",
                "version 1.2.3",
                "99/99/9999",
                "令和8年13月1日",
                "41 اسفند 1404",
                "200 km von 1990 bis 2000"
            })
    void findsNoDateWhereThereIsNone(String text) {
        assertThat(read(text, false)).isNull();
    }

    private static @Nullable String read(String text, boolean monthFirst) {
        DateText.Told told = DateText.parse(text, monthFirst);
        if (told == null) {
            return null;
        }
        Published published = told.published(PublishedSource.VISIBLE_TEXT);
        return published.dayOnly() ? published.day().toString() : published.at().toString();
    }
}
