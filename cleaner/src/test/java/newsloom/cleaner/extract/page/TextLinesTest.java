package newsloom.cleaner.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {

    /** As text browsers wrap: lists go on further to the right than paragraphs. */
    private static final String WRAPPED = """
               The harbour of Valemouth was opened again on Monday after nine
               years of work that nobody had thought would ever come to its end.
               Boats from the other side of the bay came in as early as six, and
               the mayor said that it was the best day of all. The crowd stood
               along the whole of the old quay, and then the town of Valemouth
               went to the church, where the bells rang until noon. The baker
               gave away all of his bread, and nobody was asked to pay for the
               soup that the boys of the school had cooked.

                1. Boats of up to nine metres may be moored along the whole of the new quay
                   from the first day of May, and stay there for as long as their owners
                   pay what the board has asked for.
                2. Larger ones stay outside of the wall, where the water is deeper.
            """;

    @Test
    void joinsParagraphsByTheEdgeOfTheirOwnIndent() {
        List<String> lines = texts(WRAPPED);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("The harbour of Valemouth")
                .contains("come to its end. Boats from the other side")
                .endsWith("had cooked.");
    }

    @Test
    void joinsTheLinesOfANumberedItem() {
        assertThat(texts(WRAPPED).subList(1, 3))
                .containsExactly(
                        "1. Boats of up to nine metres may be moored along the whole of the new quay from the first day of May, and stay there for as long as their owners pay what the board has asked for.",
                        "2. Larger ones stay outside of the wall, where the water is deeper.");
    }

    @Test
    void setsNoSpaceBetweenChineseOrJapaneseLines() {
        String page = """
                河口の古い水車小屋が来年の春に取り壊されるこ
                とになった。市の担当者は、柱が腐っていて冬の
                嵐に耐えられないと話す。住民は「思い出の場所
                だ」と惜しんでいる。屋根の修理には三百万円か
                かるという。

                跡地には小さな公園が作られ、水車の軸だけが残
                される予定だ。
                """;

        assertThat(texts(page))
                .containsExactly(
                        "河口の古い水車小屋が来年の春に取り壊されることになった。市の担当者は、柱が腐っていて冬の嵐に耐えられないと話す。住民は「思い出の場所だ」と惜しんでいる。屋根の修理には三百万円かかるという。",
                        "跡地には小さな公園が作られ、水車の軸だけが残される予定だ。");
    }

    @Test
    void partsChineseParagraphsWithoutEmptyLinesBetween() {
        String page = """
                河口旧水车明年春天拆除
                2026年3月4日
                河口的旧水车将在明年春天拆除。市政府的负责人
                说，木柱已经腐烂，经不起冬天的风暴，修理屋顶
                要花三百万元。
                居民们感到惋惜，说那是他们小时候玩耍的地方，
                也是村里第一座磨坊。
                原址将修建一座小公园，只留下水车的轴，供来往
                的行人观看。
                """;

        assertThat(texts(page))
                .containsExactly(
                        "河口旧水车明年春天拆除",
                        "2026年3月4日",
                        "河口的旧水车将在明年春天拆除。市政府的负责人说，木柱已经腐烂，经不起冬天的风暴，修理屋顶要花三百万元。",
                        "居民们感到惋惜，说那是他们小时候玩耍的地方，也是村里第一座磨坊。",
                        "原址将修建一座小公园，只留下水车的轴，供来往的行人观看。");
    }

    @Test
    void beginsAParagraphWhereChineseTextIsIndented() {
        String page = """
                \u3000\u3000河口的旧水车将在明年春天拆除。市政府的
                负责人说，木柱已经腐烂，经不起冬天的风暴，
                修理屋顶要花三百万元，居民们都感到很惋惜。
                \u3000\u3000原址将修建一座小公园，只留下水车的轴，
                供来往的行人观看，村里的人都说那样也好了。
                """;

        assertThat(texts(page)).hasSize(2).allMatch(text -> text.endsWith("。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"    ", "\t", "  ", "\u2003\u2003", "      "})
    void partsParagraphsByTheIndentOfTheirFirstLines(String indent) {
        List<String> paragraphs = List.of(
                "The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, so the river board said on Monday.",
                "Anglers had asked for a ramp of stones instead, over which the salmon could climb, and collected names for it.",
                "“Never,” said Ada Quist.",
                "The Board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.");

        assertThat(texts("Weir at Otterford to be rebuilt\nBy Ada Quist\n" + indented(paragraphs, indent)))
                .containsExactly(
                        "Weir at Otterford to be rebuilt",
                        "By Ada Quist",
                        paragraphs.get(0),
                        paragraphs.get(1),
                        paragraphs.get(2),
                        paragraphs.get(3));
    }

    @Test
    void partsParagraphsByTheirFirstLinesWhereNounsBeginWithCapitals() {
        List<String> paragraphs = List.of(
                "Das alte Wehr an der Quell wird im kommenden Frühjahr in Eiche neu gebaut, wie die Gemeinde am Montag im Rathaus mitteilte.",
                "Angler hatten sich eine Rampe aus Steinen gewünscht, über die der Lachs in den oberen Lauf des Flusses gelangen könnte.",
                "Neben dem Wehr soll nun eine Treppe für Fische entstehen, deren Tore vom Oktober an bis zum Ende des Zuges offen sind.");

        assertThat(texts(indented(paragraphs, "   "))).isEqualTo(paragraphs);
    }

    @Test
    void leavesAQuotationThatIsIndentedAsAWhole() {
        String page = """
                The weir at Otterford is to be rebuilt in oak, as it stood
                three centuries ago, so the river board said on Monday in a
                letter to the town and to all of its anglers, who had hoped
                    that stones would be laid instead, over which the salmon
                    could climb as they did when the mill was still a ruin and
                    nobody had yet thought of a wall across the river, or of
                any of the other things that came with it in later years.
                """;

        assertThat(texts(page).get(1)).startsWith("that stones").endsWith("or of");
    }

    /** As a typewriter sets them, 60 columns wide. */
    private static String indented(List<String> paragraphs, String indent) {
        StringBuilder page = new StringBuilder();
        for (String paragraph : paragraphs) {
            int column = indent.equals("\t") ? 8 : indent.length();
            page.append(indent);
            String gap = "";
            for (String word : paragraph.split(" ", -1)) {
                boolean fits = column + gap.length() + word.length() <= 60;
                page.append(fits ? gap : "\n").append(word);
                column = (fits ? column + gap.length() : 0) + word.length();
                gap = " ";
            }
            page.append('\n');
        }
        return page.toString();
    }

    @Test
    void losesNothingOfALineThatIsTooLong() {
        String sentence = "The harbour of Valemouth was opened again on Monday after nine years of work. ";

        List<String> lines = texts(sentence.repeat(2_000));

        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 50_000);
        assertThat(String.join(" ", lines)).isEqualTo(sentence.repeat(2_000).strip());
    }

    @Test
    void leavesTheBylineBelowAHeadlineThatReachesTheEdge() {
        String page = """
                Weir at Otterford to be rebuilt in oak
                By Ada Quist

                The weir at Otterford, which gave way in
                the floods of February, is to be rebuilt
                as it stood three centuries ago, so the
                river board said on Monday in the town
                hall. Anglers had asked for a ramp of
                stones instead, over which the salmon
                could climb, and collected names for it.
                """;

        assertThat(texts(page)).hasSize(3).startsWith("Weir at Otterford to be rebuilt in oak", "By Ada Quist");
    }

    @Test
    void leavesLinesThatAreNotWrappedAsTheyAre() {
        List<String> lines = List.of("Harbour opens", "The harbour was opened again on Monday", "and so on", "Sport");

        assertThat(texts(String.join("\n", lines))).isEqualTo(lines);
    }

    private static List<String> texts(String page) {
        return TextLines.read(page, 100).stream().map(TextLine::text).toList();
    }
}
