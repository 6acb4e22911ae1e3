package newsloom.cleaner.extract.feature;

import newsloom.cleaner.extract.page.UrlMentions;

/** How a line stands to the words in the page's address: says them, stands among lines that do, or below one that is the headline by them. */
final class UrlFeatures {

    private static final int FAR = 200;
    private static final int NONE = -FAR - 1;
    private static final int NEAR = 5;
    private static final double HEADLINE = 0.6;

    private final UrlMentions mentions;
    private final int first;
    private final int last;

    UrlFeatures(UrlMentions mentions, int lines) {
        this.mentions = mentions;
        int from = -1;
        int to = -1;
        for (int i = 0; i < lines; i++) {
            if (mentions.agreement(i) >= HEADLINE) {
                from = from < 0 ? i : from;
                to = i;
            }
        }
        this.first = from;
        this.last = to;
    }

    void fill(FeatureRow row, int i) {
        row.put("url words", mentions.size());
        row.put("url words said", mentions.said(i));
        row.put("since first like url", since(first, i));
        row.put("since last like url", since(last, i));
        row.put("url words said near", mentions.said(i - NEAR, i + NEAR + 1));
        row.put("words of url near", mentions.density(i - NEAR, i + NEAR + 1));
    }

    private static int since(int line, int i) {
        return line < 0 ? NONE : Math.max(-FAR, Math.min(FAR, i - line));
    }
}
