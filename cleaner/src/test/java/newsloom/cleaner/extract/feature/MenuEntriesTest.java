package newsloom.cleaner.extract.feature;

import static org.assertj.core.api.Assertions.assertThat;

import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import org.junit.jupiter.api.Test;

class MenuEntriesTest {

    private static final String TEXT =
            "<p>The harbour board voted on Tuesday to dredge the northern channel, which has silted up since the storms.</p>";
    private static final String LINK = "<p><a href=/a>World news</a></p>";

    @Test
    void areShortLinksFarFromTheText() {
        PageTree tree =
                PageTrees.of(LINK.repeat(4) + "<p>Menu, without a link</p>" + LINK.repeat(4) + TEXT + LINK.repeat(8));
        BlockFeatures features = new BlockFeatures(tree, Headline.NONE);

        assertThat(tree.blocks().stream().filter(features::menuEntry).map(Block::index))
                .containsExactly(3, 5, 13, 14);
    }
}
