package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageWalkerTest {

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
        assertThat(tree("<meta itemprop=isAccessibleForFree content=true>")
                        .hints()
                        .paywalled())
                .isFalse();
    }

    private static PageTree tree(String html) {
        return PageWalker.walk(Jsoup.parse(html), ExtractionSettings.defaults());
    }
}
