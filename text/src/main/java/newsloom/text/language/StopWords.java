package newsloom.text.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commonest words of the languages that news are mostly written in: a cheap check that a text is in the language that it claims. */
final class StopWords {

    private static final String TABLE = """
            en the of and to in is that for was with on as he his by at from are have this be has said
            de der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat bis zum alle durch wie wird nach bei war sind noch nur oder über vor zur dass sie
            fr le la les de des et en du une est que dans pour qui par sur au pas plus avec il ce sont été
            es el la los las de que y en un una del se por con para es no su al lo como más ha
            it il la di che e un una del della per non con sono le dei si da nel alla più è ha gli
            pt o a os as de que e do da em um uma para com não no na por mais dos foi se ao são
            nl de het een van en in is dat op te met voor zijn niet die aan er ook door bij om maar wordt
            sv och att det i en som är på för av med den till har inte om ett de var han kan från
            da og i at det er en til af på for med der som ikke de har den et var han kan fra
            no og i det er på til en av for som med at ikke har de den et om var han kan fra ble også
            fi ja on ei että se oli hän kun mutta ovat ole mukaan myös joka tai kuin sen jo niin
            pl w i na z się do nie to że o jest jak po a od przez za co są ale dla tym
            cs a v se na je že z s do o to i za by pro jako po ale od jsou podle který
            sk a v sa na je že z s do o to za by pre ako po ale od sú podľa ktorý aj
            hu a az és hogy nem is egy volt meg de csak már van ez azt ki még mint szerint
            ro de și în a la cu pe nu este din o că mai pentru care au fost sunt un după
            tr ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ise var ne
            id yang dan di ini dengan untuk itu dari pada tidak dalam akan ke juga bisa oleh kata telah
            vi và của là có được trong cho không một các với người đã để này khi những tại
            hr je i u na se da su za od s koji ne će bi što to iz kao nije ali
            sl je in v na se da so za ki z ne pa po bi tudi od iz kot še
            lt ir kad į su yra tai iš buvo ne bet apie kaip po už nuo jau dar
            lv un ir ka no ar par uz tas bija bet arī kas gan pēc jau tiek
            et ja on ei et see ta oli ning ka kui aga mis oma seda
            ca el la de i que en els les un una del per amb no és al va
            ru и в не на что с по это как к из за от для его у он но был
            uk і в не на що з у та до про як це за від його він але для є
            bg на и в за да се от с че е са по не това като ще му
            sr и у је да се на су за од не са који као из али што
            ar في من على أن إلى التي عن مع هذا الذي هذه ما لا بعد كان
            fa و در به از که این را با است برای آن یک می شود کرد
            ur کے میں کی ہے اور سے کا کو نے پر یہ ہیں کہ اس کر
            hi के है में की और से का को पर ने यह हैं कि भी इस
            mr आहे आणि या च्या तर हे मध्ये व केली त्या होते ते
            """;

    private static final Map<String, List<String>> LANGUAGES_BY_WORD = invert();

    /** Those that it has words of: the ones that news are mostly written in. */
    static final Set<String> LANGUAGES =
            TABLE.lines().map(line -> line.split(" ", 2)[0]).collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    private static Map<String, List<String>> invert() {
        Map<String, List<String>> inverted = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.split(" ");
            Arrays.stream(words).skip(1).forEach(word -> inverted.merge(word, List.of(words[0]), StopWords::joined));
        });
        return Map.copyOf(inverted);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Share of the words that are stop words of each language; languages without any are left out. */
    static Map<String, Double> shares(String text) {
        Map<String, Integer> hits = new HashMap<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int words = 0;
        for (int from = 0; from < lower.length(); ) {
            int to = wordEnd(lower, from);
            if (to > from) {
                words++;
                for (String language : LANGUAGES_BY_WORD.getOrDefault(lower.substring(from, to), List.of())) {
                    hits.merge(language, 1, Integer::sum);
                }
            }
            from = to < lower.length() ? to + Character.charCount(lower.codePointAt(to)) : to;
        }
        Map<String, Double> shares = new HashMap<>();
        for (Map.Entry<String, Integer> language : hits.entrySet()) {
            shares.put(language.getKey(), (double) language.getValue() / words);
        }
        return shares;
    }

    /** Where the letters and marks end that stand here. */
    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && inWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean inWord(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z';
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetter(c);
        };
    }
}
