package newsloom.cleaner.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageWalkerTest {

    @Test
    void losesNothingOfATextThatIsTooLongForABlock() {
        String sentence = "The harbour of Valemouth was opened again on Monday after nine years of work. ";

        PageTree tree = tree("<p>" + sentence.repeat(2_000) + "</p>");

        assertThat(tree.blocks())
                .hasSizeGreaterThan(1)
                .allMatch(block -> block.text().length() <= 51_000);
        assertThat(tree.blocks().stream().map(Block::text).collect(Collectors.joining(" ")))
                .isEqualTo(sentence.repeat(2_000).strip());
    }

    @Test
    void readsFromMicrodataThatAnArticleIsNotFree() {
        assertThat(tree("<meta itemprop=isAccessibleForFree content=False>")
                        .hints()
                        .paywalled())
                .isTrue();
        assertThat(tree("<p><span itemprop=isAccessibleForFree content=false>Subscribers</span></p>")
                        .hints()
                        .paywalled())
                .isTrue();
        assertThat(tree("<meta itemprop=isAccessibleForFree content=0>").hints().paywalled())
                .isTrue();
        assertThat(tree("<meta itemprop=isAccessibleForFree content=true>")
                        .hints()
                        .paywalled())
                .isFalse();
    }

    private static PageTree tree(String html) {
        return PageTrees.of(html);
    }

    @Test
    void anAnchorWithoutAnAddressIsNoLink() {
        PageTree page =
                tree("<a name=top><p>The mill grinds again.</p><p>It had <a name=two>stood still</a> for years.</p>"
                        + "<p><a name=three href=/three>Three</a></p>");

        assertThat(page.blocks()).extracting(Block::links).containsExactly(0, 0, 1);
    }
}
