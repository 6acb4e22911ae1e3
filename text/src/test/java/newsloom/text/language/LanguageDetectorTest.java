package newsloom.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The council of the harbour town has decided that the old pier is to be closed in spring
            de | Die Stadtwerke wollen bis zum Herbst alle Busse durch neue Fahrzeuge ersetzen, wie es heißt
            fr | Le conseil de la ville a décidé que le vieux quai sera fermé au printemps, avec une fête pour les habitants
            es | El ayuntamiento ha decidido que el viejo muelle se cierre en la primavera con una fiesta para los vecinos
            pt | A câmara da cidade decidiu que o velho cais será fechado na primavera, com uma festa para os moradores
            it | Il consiglio della città ha deciso che il vecchio molo sarà chiuso in primavera con una festa per gli abitanti
            nl | De raad van de stad heeft besloten dat het oude dok in het voorjaar wordt gesloten met een feest voor de bewoners
            pl | Rada miasta zdecydowała, że stare molo zostanie zamknięte na wiosnę, a mieszkańcy nie są z tego zadowoleni
            ru | Городской совет решил, что старый причал закроют весной, и жители не очень рады этому решению
            uk | Міська рада вирішила, що старий причал закриють навесні, і мешканці не дуже раді цьому рішенню
            ja | 北浜市の港で新しい連絡船の進水式が行われ、市民およそ三百人が集まった
            zh | 市政府决定明年春天关闭旧码头，居民对此表示遗憾
            ko | 시의회는 내년 봄에 낡은 부두를 폐쇄하기로 결정했다고 밝혔다
            ar | قرر مجلس المدينة إغلاق الرصيف القديم في الربيع القادم وقال السكان إن هذا القرار صعب على الجميع
            """)
    void recognisesNewsLanguages(String language, String text) {
        assertThat(detector.detect(text, null).code()).isEqualTo(language);
    }

    @Test
    void confirmsAClaimAndOverrulesAWrongOne() {
        String text = "Die Stadtwerke wollen bis zum Herbst alle Busse durch neue Fahrzeuge ersetzen, wie es heißt";

        assertThat(detector.detect(text, "de-AT").code()).isEqualTo("de");
        assertThat(detector.detect(text, "en-US").code()).isEqualTo("de");
    }

    @Test
    void believesTheClaimOfATextThatIsTooShortToTell() {
        assertThat(detector.detect("Pier", "sv")).isEqualTo(new Language("sv", 0.3));
        assertThat(detector.detect("", null)).isEqualTo(Language.UNDETERMINED);
        assertThat(detector.detect("1234", "  ").known()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Kestrel Mutual profit falls after storms
            en | Dam above Tessin cracks, villages evacuated
            de | Bäcker in Otok erhöhen Preise
            de | Norkraft muss Millionenstrafe zahlen
            fr | Incendie d'un entrepôt à Varnby
            es | Brandvold pierde mayoría en Norlund
            it | Halden vince sul Grauhorn
            nl | Veerstaking in Novigrad
            pl | Brandvold traci większość w Norlundzie
            ru | Пожар на складе в Варнби
            """)
    void aHeadlineIsInTheLanguageThatThePageSays(String language, String headline) {
        assertThat(detector.detect(headline, language).code()).isEqualTo(language);
    }

    @Test
    void aHeadlineInAnotherScriptOrFullOfWordsOfAnotherLanguageIsNotWhatThePageSays() {
        assertThat(detector.detect("Пожар на складе в Варнби тушили всю ночь", "en")
                        .code())
                .isNotEqualTo("en");
        assertThat(detector.detect("市政府决定明年春天关闭旧码头，居民对此表示遗憾", "en").code()).isEqualTo("zh");
        assertThat(detector.detect("Warum es in der Stadt wieder nicht genug Busse für alle gibt", "en")
                        .code())
                .isEqualTo("de");
    }

    @Test
    void aHeadlineWithoutAClaimIsInALanguageThatNewsAreIn() {
        assertThat(detector.detect("Bäcker in Otok erhöhen Preise", null).code())
                .isEqualTo("de");
        assertThat(detector.detect("Norlund recount costs Brandvold her majority", null)
                        .code())
                .isEqualTo("en");
    }

    @Test
    void readsThreeLetterCodesAndOldNames() {
        assertThat(detector.detect("Pier", "deu").code()).isEqualTo("de");
        assertThat(detector.detect("Pier", "nb_NO").code()).isEqualTo("no");
    }
}
