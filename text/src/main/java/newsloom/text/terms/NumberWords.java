package newsloom.text.terms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Numbers from two on that a language writes as one word, "nine", folded as {@link Tokenizer} folds. "One" is left out: most languages have an article or a pronoun of the same
 * letters. A language that is not in the table has none. Immutable.
 */
public final class NumberWords {
    private static final List<Integer> VALUES = List.of(
            2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100);

    /** A column for each of the values, forms of one number divided by strokes, {@code -} where there is no single word. */
    private static final Map<String, String> TABLE =
            """
            en two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
            de zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
            nl twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd
            fr deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - vingt trente quarante cinquante soixante - - - cent
            es dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
            ca dos|dues tres quatre cinc sis set vuit nou deu onze dotze tretze catorze quinze setze disset divuit dinou vint trenta quaranta cinquanta seixanta setanta vuitanta noranta cent
            it due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento
            pt dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem
            ro doi|două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci -
            sv två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra
            da to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede
            no to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tretti førti femti seksti sytti åtti nitti hundre
            fi kaksi|kahden kolme|kolmen neljä|neljän viisi|viiden kuusi|kuuden seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä sata
            pl dwa|dwie|dwoje|dwóch trzy|troje|trzech cztery|czworo|czterech pięć|pięcioro|pięciu sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu jedenaście|jedenastu dwanaście|dwunastu trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto
            cs dva|dvě|dvou tři|tří čtyři|čtyř pět|pěti šest|šesti sedm|sedmi osm|osmi devět|devíti deset|deseti jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát sto
            ru два|две|двое|двух|двоих три|трое|трех|трёх|троих четыре|четверо|четырех|четырёх|четверых пять|пятеро|пяти|пятерых шесть|шестеро|шести семь|семеро|семи восемь|восьми девять|девяти десять|десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто
            uk два|дві|двоє|двох три|троє|трьох чотири|четверо|чотирьох п'ять|п’ять|п'ятеро|п’ятеро шість|шестеро|шести сім|семеро|семи вісім|восьми дев'ять|дев’ять десять|десяти одинадцять дванадцять тринадцять чотирнадцять - шістнадцять сімнадцять вісімнадцять - двадцять тридцять сорок - шістдесят сімдесят вісімдесят - сто
            tr iki üç dört beş altı yedi sekiz dokuz on - - - - - - - - - yirmi otuz kırk elli altmış yetmiş seksen doksan yüz
            id dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas - - - - - - - - - - - - - - - - seratus
            ar اثنان|اثنين|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر - - - - - - - - - عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين مئة|مائة
            """.lines().collect(Collectors.toMap(line -> line.substring(0, 2), line -> line.substring(3)));

    private final Map<String, String> digits = new HashMap<>();

    /** @param language ISO 639-1, may be empty when unknown */
    public NumberWords(String language) {
        var tokenizer = new Tokenizer(language);
        String[] columns = TABLE.getOrDefault(language, "").split(" ", VALUES.size());
        for (int i = 0; i < columns.length; i++) {
            String number = String.valueOf(VALUES.get(i));
            Arrays.stream(columns[i].split("\\|", -1))
                    .flatMap(word -> tokenizer.tokens(word).stream())
                    .forEach(token -> digits.putIfAbsent(token.form(), number));
        }
    }

    /** What the token says in digits; empty where it is no such word. */
    public Optional<String> inDigits(Token token) {
        return Optional.ofNullable(digits.get(token.form()));
    }
}
