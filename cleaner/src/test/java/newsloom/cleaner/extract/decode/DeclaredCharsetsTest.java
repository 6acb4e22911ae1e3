package newsloom.cleaner.extract.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every charset under every wrong declaration that is common, and right ones that look odd. */
class DeclaredCharsetsTest {

    private static final String RUSSIAN =
            "Городской совет во вторник решил закрыть старый мост на восемь недель. Жителям острова придётся пользоваться паромом, который ходит каждые двадцать минут, сообщила глава совета Марина Ветрова.";
    private static final String UKRAINIAN =
            "Міська рада у вівторок вирішила закрити старий міст на вісім тижнів. Мешканцям острова доведеться користуватися поромом, який ходить кожні двадцять хвилин, повідомила голова ради Марина Вітрова.";
    private static final String BULGARIAN =
            "Градският съвет реши във вторник да затвори стария мост за осем седмици. Жителите на острова ще трябва да ползват ферибота, който тръгва на всеки двадесет минути, каза председателката.";
    private static final String SERBIAN =
            "Градско веће је у уторак одлучило да затвори стари мост на осам недеља. Становници острва мораће да користе скелу, која полази сваких двадесет минута, рекла је председница већа.";
    private static final String GREEK =
            "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα για οκτώ εβδομάδες. Οι κάτοικοι του νησιού θα χρησιμοποιούν το πορθμείο, που φεύγει κάθε είκοσι λεπτά, είπε η δήμαρχος.";
    private static final String HEBREW =
            "מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן למשך שמונה שבועות. תושבי האי ייאלצו להשתמש במעבורת, שיוצאת בכל עשרים דקות, אמרה ראש המועצה. העבודות יעלו שמונה עשר מיליון.";
    private static final String ARABIC =
            "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم لمدة ثمانية أسابيع. وسيضطر سكان الجزيرة إلى استخدام العبارة التي تغادر كل عشرين دقيقة، كما قالت رئيسة المجلس في المساء.";
    private static final String PERSIAN =
            "شوراي شهر روز سه شنبه تصميم گرفت پل قديمى را به مدت هشت هفته ببندد. ساکنان جزيره بايد از قايقى استفاده کنند که هر بيست دقيقه حرکت مى کند، رئيس شورا گفت.";
    private static final String THAI =
            "สภาเมืองลงมติเมื่อวันอังคารให้ปิดสะพานเก่าเป็นเวลาแปดสัปดาห์ ชาวเกาะจะต้องใช้เรือข้ามฟากซึ่งออกทุกยี่สิบนาที ประธานสภากล่าวในตอนเย็น";
    private static final String JAPANESE =
            "北浜市の港で新しい連絡船の進水式が行われ、市民およそ三百人が集まった。市議会は火曜日、古い橋を八週間閉鎖することを決めた。島の住民は二十分ごとに出る船を使うことになる。";
    private static final String KOREAN =
            "마을 의회는 화요일에 오래된 다리를 여덟 주 동안 폐쇄하기로 의결했다. 섬 주민들은 이십 분마다 떠나는 배를 이용해야 한다고 의장이 저녁에 말했다. 공사에는 천팔백만 크로네가 든다.";
    private static final String TAIWANESE = "鎮議會週二投票決定將老橋關閉八週，居民將不得不乘坐每二十分鐘一班的渡船。議長晚上在市政廳說，工程將耗資一千八百萬克朗，並且要到明年夏天才能完成。";
    private static final String CHINESE = "镇议会周二投票决定将老桥关闭八周，居民将不得不乘坐每二十分钟一班的渡船。议长晚上在市政厅说，工程将耗资一千八百万克朗，并且要到明年夏天才能完成。";

    private static final List<String> DECLARED = List.of(
            "iso-8859-1",
            "windows-1252",
            "utf-8",
            "iso-8859-15",
            "windows-1250",
            "windows-1254",
            "windows-1251",
            "koi8-r",
            "windows-1253",
            "windows-1255",
            "windows-1256",
            "gb2312",
            "gbk",
            "big5",
            "euc-kr",
            "euc-jp",
            "shift_jis");

    private static Stream<String[]> otherScripts() {
        return Stream.of(
                new String[] {"windows-1251", RUSSIAN},
                new String[] {"KOI8-R", RUSSIAN},
                new String[] {"ISO-8859-5", RUSSIAN},
                new String[] {"KOI8-U", UKRAINIAN},
                new String[] {"windows-1251", UKRAINIAN},
                new String[] {"windows-1251", BULGARIAN},
                new String[] {"windows-1251", SERBIAN},
                new String[] {"windows-1253", GREEK},
                new String[] {"ISO-8859-7", GREEK},
                new String[] {"windows-1255", HEBREW},
                new String[] {"windows-1256", ARABIC},
                new String[] {"windows-1256", PERSIAN},
                new String[] {"windows-874", THAI},
                new String[] {"Shift_JIS", JAPANESE},
                new String[] {"EUC-JP", JAPANESE},
                new String[] {"EUC-KR", KOREAN},
                new String[] {"Big5", TAIWANESE},
                new String[] {"GBK", CHINESE},
                new String[] {"UTF-8", CHINESE},
                new String[] {"UTF-8", RUSSIAN},
                new String[] {"UTF-8", KOREAN});
    }

    static Stream<Arguments> wrong() {
        return otherScripts().flatMap(text -> DECLARED.stream().map(told -> Arguments.of(text[0], told, text[1])));
    }

    @ParameterizedTest(name = "{0} declared as {1}: {2}")
    @MethodSource
    void wrong(String charset, String declared, String text) {
        assertThat(decode(text, charset, declared)).contains(text);
    }

    static Stream<Arguments> right() {
        Stream<String[]> latin = Stream.of(
                new String[] {
                    "windows-1252",
                    "Le conseil municipal a décidé mardi de fermer le vieux pont pendant huit semaines. « Les habitants de l’île devront prendre le bac, qui part toutes les vingt minutes », a déclaré la présidente, très émue, à l’été passé."
                },
                new String[] {
                    "windows-1252",
                    "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für acht Wochen zu schließen. „Die Bewohner müssen die Fähre benutzen“, sagte die Bürgermeisterin über die Pläne, die größere Häuser beträfen."
                },
                new String[] {
                    "windows-1252",
                    "El ayuntamiento decidió el martes cerrar el puente viejo durante ocho semanas. ¿Qué harán los vecinos? Tomarán el trasbordador, que sale cada veinte minutos, según explicó la alcaldesa Núñez con emoción."
                },
                new String[] {
                    "iso-8859-1",
                    "A câmara municipal decidiu na terça-feira fechar a ponte velha durante oito semanas. Os moradores da ilha não terão outra solução senão a balsa, que sai a cada vinte minutos, disse a presidente da câmara."
                },
                new String[] {
                    "iso-8859-1",
                    "Kommunstyrelsen beslöt på tisdagen att stänga den gamla bron i åtta veckor. Öborna får ta färjan, som går var tjugonde minut, sade ordföranden på kvällen. Det är för långt att åka runt."
                },
                new String[] {
                    "iso-8859-1",
                    "Kaupunginvaltuusto päätti tiistaina sulkea vanhan sillan kahdeksaksi viikoksi. Saaren asukkaat käyttävät lauttaa, joka lähtee kahdenkymmenen minuutin välein. Tämä käy yhtä hyvin, sanoi pääjohtaja Määttä."
                },
                new String[] {
                    "windows-1252",
                    "Bæjarstjórnin ákvað á þriðjudag að loka gömlu brúnni í átta vikur. Íbúar eyjarinnar þurfa að nota ferjuna, sem fer á tuttugu mínútna fresti, sagði formaðurinn. Það er ætíð þörf á nýrri brú."
                },
                new String[] {
                    "windows-1250",
                    "Rada miejska postanowiła we wtorek zamknąć stary most na osiem tygodni. Mieszkańcy wyspy będą musieli korzystać z promu, który odpływa co dwadzieścia minut, powiedziała przewodnicząca, żądając większych środków."
                },
                new String[] {
                    "iso-8859-2",
                    "Městská rada v úterý rozhodla uzavřít starý most na osm týdnů. Obyvatelé ostrova budou muset používat přívoz, který odjíždí každých dvacet minut, řekla předsedkyně. Příští rok přijde nový."
                },
                new String[] {
                    "windows-1250",
                    "A városi tanács kedden úgy döntött, hogy nyolc hétre lezárja a régi hidat. A sziget lakói kénytelenek lesznek a kompot használni, amely húszpercenként indul – közölte a tanács elnöke, őszintén."
                },
                new String[] {
                    "windows-1250",
                    "Consiliul local a hotărât marţi să închidă podul vechi timp de opt săptămâni. Locuitorii insulei vor trebui să folosească bacul, care pleacă la fiecare douăzeci de minute, a spus preşedinta şi soţul."
                },
                new String[] {
                    "windows-1254",
                    "Belediye meclisi salı günü eski köprüyü sekiz haftalığına kapatmaya karar verdi. Ada sakinleri yirmi dakikada bir kalkan vapuru kullanmak zorunda kalacak, dedi başkan. Çalışmalar güçlükle bitirilecekmiş, öğrenildi."
                },
                new String[] {
                    "windows-1257",
                    "Miesto taryba antradienį nusprendė aštuonioms savaitėms uždaryti seną tiltą. Salos gyventojai turės naudotis keltu, kuris išplaukia kas dvidešimt minučių, sakė pirmininkė, žadėdama ištaisyti klaidą."
                },
                new String[] {
                    "windows-1257",
                    "Pilsētas dome otrdien nolēma uz astoņām nedēļām slēgt veco tiltu. Salas iedzīvotājiem būs jāizmanto prāmis, kas atiet ik pēc divdesmit minūtēm, sacīja priekšsēdētāja, kāpēc tā būšot šķērslis."
                },
                new String[] {
                    "iso-8859-15",
                    "Linnavolikogu otsustas teisipäeval sulgeda vana silla kaheksaks nädalaks. Saare elanikud peavad kasutama praami, mis väljub iga kahekümne minuti järel, ütles esinaine. Töö läheb maksma 20 €, öeldi õhtul."
                },
                new String[] {
                    "windows-1252",
                    "“It’s a fiasco,” said the mayor — “and a costly one…” The old bridge will be closed for eight weeks; islanders must use the ferry, which leaves every twenty minutes, at £4 a crossing. · © 2026 • ‘Naïve’ cafés."
                },
                new String[] {"windows-1252", "ÄÖÜ äöüß – Übergrößen für Männer: ÖPNV, ÖVP, ÖBB, Äpfel, Öl, Übel, Ägäis"
                },
                new String[] {"GBK", "據 Miller 的報道，鎮議會週二投票決定將老橋關閉八週，居民將不得不乘坐每二十分鐘一班的渡船。"},
                new String[] {"Big5", "「渡船」ＡＢＣ公司今年度營收創新高，iPhone 16 手機銷售量達 300 萬支，股價上漲。"},
                new String[] {"Shift_JIS", "カメラ、レンズ、ケーブル：ｶﾀﾛｸﾞ販売のお知らせ。ABC社の新製品、ＸＹＺが登場。"},
                new String[] {"EUC-KR", "大韓民國 國會는 火曜日에 豫算案을 議決했다. LG와 SK의 株價가 上昇했다."},
                new String[] {
                    "windows-1251", "Apple iPhone 16 Pro Max, Samsung Galaxy S25 и Google Pixel 9: купить в Москве"
                });
        return Stream.concat(latin, otherScripts()).map(text -> Arguments.of(text[0], text[1]));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void right(String charset, String text) {
        assertThat(decode(text, charset, charset)).contains(text);
    }

    static Stream<Arguments> latin() {
        return Stream.of(
                Arguments.of(
                        "pl-PL",
                        "windows-1250",
                        "Radni żądają większych środków: „Most zamknięto na osiem tygodni, żeglugę też”, mówi przewodnicząca."),
                Arguments.of(
                        "pl",
                        "ISO-8859-2",
                        "Radni żądają większych środków: most zamknięto na osiem tygodni, żeglugę też, mówi przewodnicząca."),
                Arguments.of(
                        "cs",
                        "windows-1250",
                        "Městská rada v úterý rozhodla uzavřít starý most. Příští rok přijde nový, řekla předsedkyně."),
                Arguments.of(
                        "hu",
                        "ISO-8859-2",
                        "A városi tanács úgy döntött, hogy lezárja a régi hidat. Új időpontot is kitűzött, közölte őszintén az elnökük."),
                Arguments.of(
                        "ro",
                        "windows-1250",
                        "Consiliul local a hotărât să închidă podul vechi. Locuitorii insulei vor folosi bacul, a spus preşedinta, însoţită de soţul ei."),
                Arguments.of(
                        "tr",
                        "windows-1254",
                        "Belediye meclisi salı günü eski köprüyü kapatmaya karar verdi. Çalışmalar güçlükle bitirilecekmiş, öğrenildi."),
                Arguments.of(
                        "lt",
                        "windows-1257",
                        "Miesto taryba nusprendė aštuonioms savaitėms uždaryti seną tiltą, sakė pirmininkė, žadėdama ištaisyti klaidą."));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource
    void latin(String language, String charset, String text) {
        String page = "<html lang=\"%s\"><meta charset=iso-8859-1><p>%s".formatted(language, text);

        assertThat(decode(page.getBytes(Charset.forName(charset)))).endsWith(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xml:lang='pl'><meta charset=iso-8859-1>",
                "<html><meta charset=iso-8859-1><meta http-equiv='Content-Language' content='pl'>"
            })
    void theLanguageIsNamedInManyWays(String head) {
        String text =
                "Radni żądają większych środków: most zamknięto na osiem tygodni, żeglugę też, mówi przewodnicząca.";

        assertThat(decode((head + "<p>" + text).getBytes(Charset.forName("windows-1250"))))
                .endsWith(text);
    }

    @Test
    void aPageInAnotherLanguageThanItSays() {
        String german =
                "Übergrößen für Männer: größere Häuser und schöne Brücken, sagte die Bürgermeisterin über die Pläne.";
        String page = "<html lang=pl><meta charset=iso-8859-1><p>" + german;

        assertThat(decode(page.getBytes(StandardCharsets.ISO_8859_1))).endsWith(german);
    }

    @Test
    void latinTextUnderTheNameOfAnotherScript() {
        String french =
                "Le conseil a décidé mardi de fermer le pont. Les délégués, très émus, ont répété qu’à l’été la rivière déborderait. L’élu a été réélu à l’unanimité.";
        assertThat(decode(french, "windows-1252", "windows-1251")).contains(french);
    }

    @Test
    void aPageOfScriptsBeforeItsFirstForeignLetter() {
        String page = "<meta charset=iso-8859-1><script>" + "var a = 1; ".repeat(9_000) + "</script><p>" + GREEK;
        assertThat(decode(page.getBytes(Charset.forName("ISO-8859-7")))).endsWith(GREEK);
    }

    @Test
    void utf16WithoutAMark() {
        String page = "<html><head><title>Мост</title></head><body><p>" + RUSSIAN + "</p></body></html>";
        assertThat(decode(page.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(page);
        assertThat(decode(page.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(page);
    }

    @Test
    void utf16WithoutAMarkWhereTheCommonestCharacterHasAZeroToo() {
        String page = "<html><head><title>一</title></head><body><p>河口の一番古い水車は一年後の春に取り壊される。</p></body></html>";
        assertThat(decode(page.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(page);
        assertThat(decode(page.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(page);
    }

    @Test
    void noPageOfSingleBytesIsUtf16() {
        String page = "<html><head><title>News</title></head><body><p>" + RUSSIAN.repeat(3) + "</p></body></html>";
        assertThat(decode(page.getBytes(Charset.forName("IBM866")))).startsWith("<html><head><title>News</title>");
    }

    @Test
    void russianUnderDosIsNoThai() {
        assertThat(decode(RUSSIAN.repeat(3), "IBM866", "ibm866")).contains(RUSSIAN.repeat(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16le", "utf-16be", "utf-16"})
    void utf16OfWhichMarkupIsAFewSigns(String declared) {
        String page = "<p>" + "　河口の一番古い水車は一年後の春に取り壊される。木の柱が腐り、冬の一番の嵐に耐えられないためだ。".repeat(12);
        for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(decode(page.getBytes(order), "text/html; charset=" + declared))
                    .isEqualTo(page);
        }
        assertThat(decode(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=" + declared))
                .isEqualTo(page);
    }

    @Test
    void asciiThatCallsItselfUtf16() {
        String page = "<meta charset=utf-16><p>The old bridge will be closed for eight weeks.";
        assertThat(decode(page.getBytes(StandardCharsets.US_ASCII))).isEqualTo(page);
    }

    private static String decode(String text, String charset, String declared) {
        String page =
                "<html><head><meta charset=" + declared + "><title>News</title></head><body><p>" + text + "</p></body>";
        return decode(page.getBytes(Charset.forName(charset)));
    }

    private static String decode(byte[] bytes) {
        return decode(bytes, "text/html");
    }

    private static String decode(byte[] bytes, String contentType) {
        RawPage page = new RawPage("https://a.example/", bytes, contentType, null, 200, Instant.EPOCH);
        return PageDecoder.decode(page, 1 << 20);
    }
}
