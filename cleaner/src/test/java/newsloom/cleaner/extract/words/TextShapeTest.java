package newsloom.cleaner.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextShapeTest {

    @Test
    void takesADenseScriptForASentenceSooner() {
        assertThat(TextShape.of("港湾委員会は火曜日、北側航路の浚渫を決めた。").sentence()).isTrue();
        assertThat(TextShape.of("항만위원회는 화요일 북쪽 항로를 준설하기로 의결했다고 밝혔다.").sentence())
                .isTrue();
        assertThat(TextShape.of("The board voted on Tuesday to dredge.").sentence())
                .isFalse();
    }

    @Test
    void asksNoFullStopOfScriptsThatSetNone() {
        String thai =
                "คณะกรรมการท่าเรือลงมติเมื่อวันอังคารให้ขุดลอกร่องน้ำทางเหนือซึ่งตื้นเขินมาตั้งแต่พายุเมื่อฤดูหนาว";

        assertThat(TextShape.of(thai).sentence()).isTrue();
        assertThat(TextShape.of("หน้าแรก").sentence()).isFalse();
    }

    @Test
    void knowsTheFullStopsOfOtherScripts() {
        assertThat(TextShape.of("የወደብ ቦርድ ማክሰኞ ወሰነ።").sentenceEnd()).isTrue();
        assertThat(TextShape.of("बंदरगाह बोर्ड ने मंगलवार को फैसला किया।").sentenceEnd())
                .isTrue();
    }

    @Test
    void countsWordsByLettersWhereNoSpacesAre() {
        assertThat(TextShape.of("北側航路").words()).isEqualTo(2);
        assertThat(TextShape.of("ท่าเรือเหนือ").words()).isEqualTo(3);
    }
}
