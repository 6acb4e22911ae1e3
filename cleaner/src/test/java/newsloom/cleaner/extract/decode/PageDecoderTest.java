package newsloom.cleaner.extract.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {

    private static final String TEXT = "<p>Zürich, Lodz ist nicht dabei: „Grüße“ – naïve Café-Gäste für 5 €</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1250 | Rada miasta zdecydowała we wtorek, że stary most zostanie zamknięty na osiem tygodni. Mieszkańcy wyspy będą musieli korzystać z promu, który odpływa co dwadzieścia minut, powiedziała burmistrz.",
                "windows-1250 | Městská rada v úterý rozhodla, že starý most bude na osm týdnů uzavřen. Obyvatelé ostrova budou muset používat přívoz, který odplouvá každých dvacet minut, řekla starostka večer na radnici.",
                "ISO-8859-2 | A városi tanács kedden úgy döntött, hogy nyolc hétre lezárja a régi hidat. A sziget lakóinak a húszpercenként induló kompot kell használniuk, mondta a polgármester, és a költségekről is beszélt, amelyekből a hídőrség új háza is felépül.",
                "windows-1257 | Miesto taryba antradienį nusprendė aštuonioms savaitėms uždaryti senąjį tiltą. Salos gyventojai turės naudotis keltu, kuris išplaukia kas dvidešimt minučių, vakare sakė merė.",
                "windows-1257 | Pilsētas dome otrdien nolēma uz astoņām nedēļām slēgt veco tiltu. Salas iedzīvotājiem būs jāizmanto prāmis, kas atiet ik pēc divdesmit minūtēm, vakarā sacīja mēre.",
                "windows-1254 | Belediye meclisi salı günü eski köprüyü sekiz hafta boyunca kapatma kararı aldı. Ada sakinlerinin yirmi dakikada bir kalkan vapuru kullanması gerekecek, dedi başkan akşam yaptığı açıklamada.",
                "windows-1252 | Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für acht Wochen zu schließen. Die Bewohner müssen so lange die Fähre nehmen, die alle zwanzig Minuten ablegt, sagte die Bürgermeisterin später."
            })
    void hearsTheLanguageWhereNothingIsDeclared(String charset, String text) {
        byte[] html = ("<html><head><title>x</title></head><body><p>" + text + "</p></body></html>")
                .getBytes(Charset.forName(charset));
        byte[] plain = text.getBytes(Charset.forName(charset));

        assertThat(PageDecoder.decode(undeclared(html, "text/html"), 1 << 20)).contains(text);
        assertThat(PageDecoder.decode(undeclared(plain, "text/plain"), 1 << 20)).isEqualTo(text);
    }

    private static RawPage undeclared(byte[] body, String type) {
        return new RawPage("https://a.example/x", body, type, null, 200, Instant.parse("2026-11-05T12:00:00Z"));
    }

    @Test
    void readsTheCharsetOfTheHeader() {
        assertThat(decode(TEXT.getBytes(Charset.forName("windows-1252")), "text/html; charset=ISO-8859-1", null))
                .isEqualTo(TEXT);
    }

    @Test
    void readsTheCharsetOfTheCaller() {
        String russian = "<p>Сегодня в городе открыли новый мост через реку</p>";
        assertThat(decode(russian.getBytes(Charset.forName("windows-1251")), "text/html", "windows-1251"))
                .isEqualTo(russian);
    }

    @Test
    void readsTheCharsetOfTheMetaElement() {
        String page = "<html><head><meta charset='gb2312'></head><body>今天的新闻报道了很多事情</body></html>";
        assertThat(decode(page.getBytes(Charset.forName("GB18030")), null, null))
                .isEqualTo(page);
    }

    @Test
    void doesNotBelieveASingleByteCharsetForValidUtf8() {
        assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_8), "text/html; charset=iso-8859-1", null))
                .isEqualTo(TEXT);
    }

    @Test
    void doesNotBelieveUtf8ForBytesThatAreNone() {
        byte[] latin = TEXT.repeat(5).getBytes(Charset.forName("windows-1252"));
        assertThat(decode(latin, "text/html; charset=utf-8", null)).contains("Zürich", "Café-Gäste");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R"})
    void believesThePageMoreThanWhatServersSayByDefault(String charset) {
        String page = "<meta charset=" + charset + "><p>Портовый мост закрыт на девять месяцев</p>";
        byte[] bytes = page.getBytes(Charset.forName(charset));
        assertThat(decode(bytes, "text/html; charset=ISO-8859-1", null)).isEqualTo(page);
        assertThat(decode(bytes, null, "windows-1252")).isEqualTo(page);
    }

    @Test
    void readsUtf8WithABrokenCharacterWhateverIsDeclared() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write("<meta charset=windows-1251><p>Портовый мост закрыт </p>".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        assertThat(decode(bytes.toByteArray(), null, null)).contains("Портовый мост закрыт", "\uFFFD");
    }

    @Test
    void dropsTheByteOrderMark() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
        bytes.write(TEXT.getBytes(StandardCharsets.UTF_16LE));
        assertThat(decode(bytes.toByteArray(), "text/html", null)).isEqualTo(TEXT);
    }

    @Test
    void guessesWhenNothingIsSaid() {
        String japanese = "<p>北浜市の港で新しい連絡船の進水式が行われ、市民およそ三百人が集まった。</p>".repeat(5);
        assertThat(decode(japanese.getBytes(Charset.forName("EUC-JP")), null, null))
                .isEqualTo(japanese);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-2022-JP, <p>北浜市の港で新しい連絡船の進水式が行われ、市民およそ三百人が集まった。</p>",
        "Shift_JIS, <p>北浜市の港で新しい連絡船の進水式が行われ、市民およそ三百人が集まった。</p>",
        "TIS-620, <p>สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่าเป็นเวลาแปดสัปดาห์</p>",
        "windows-874, <p>“สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่า” เป็นเวลาแปดสัปดาห์</p>",
        "windows-1251, <p>Городской совет во вторник решил закрыть старый мост на восемь недель.</p>",
        "ISO-8859-5, <p>Городской совет во вторник решил закрыть старый мост на восемь недель.</p>",
        "KOI8-R, <p>Городской совет во вторник решил закрыть старый мост на восемь недель.</p>",
        "windows-1255, <p>מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן למשך שמונה שבועות.</p>",
        "windows-1256, <p>قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم لمدة ثمانية أسابيع.</p>",
        "Big5, <p>鎮議會週二投票決定將老橋關閉八週，居民將不得不乘坐每二十分鐘一班的渡船。</p>",
        "ISO-8859-7, <p>Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα για οκτώ εβδομάδες.</p>",
        "GB18030, <p>镇议会周二投票决定将老桥关闭八周，居民将不得不乘坐每二十分钟一班的渡船。</p>",
        "EUC-KR, <p>마을 의회는 화요일에 오래된 다리를 여덟 주 동안 폐쇄하기로 의결했다.</p>"
    })
    void guessesTheCharsetsOfManyScripts(String charset, String paragraph) {
        String page = paragraph.repeat(6);
        assertThat(decode(page.getBytes(Charset.forName(charset)), null, null)).isEqualTo(page);
    }

    @Test
    void readsAPageThatWasCutInTheMiddleOfACharacter() {
        byte[] bytes = (TEXT + "ä").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        assertThat(decode(cut, null, null)).startsWith(TEXT);
    }

    private static String decode(byte[] bytes, @Nullable String type, @Nullable String charset) {
        RawPage page = new RawPage("https://a.example/", bytes, type, charset, 200, Instant.EPOCH);
        return PageDecoder.decode(page, 1 << 20);
    }
}
