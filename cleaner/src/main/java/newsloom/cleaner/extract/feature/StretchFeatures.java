package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.UrlMentions;

/** The stretch of running text that a line belongs to or stands nearest to: how much it is of the page, what it is made of, and how far the others are. */
final class StretchFeatures {

    private static final int FAR = 200;

    private final PassageSums sums;
    private final Stretches stretches;
    private final double[] urlSaid;
    private final UrlMentions mentions;

    StretchFeatures(List<TextLine> lines, PassageSums sums, UrlMentions mentions) {
        this.sums = sums;
        this.stretches = new Stretches(lines, sums);
        this.mentions = mentions;
        this.urlSaid = new double[stretches.size()];
        for (int s = 0; s < urlSaid.length; s++) {
            urlSaid[s] = mentions.said(stretches.from(s), stretches.to(s));
        }
    }

    void fill(FeatureRow row, int i) {
        int own = stretches.nearest(i);
        int from = stretches.from(own);
        int to = stretches.to(own);
        int weight = sums.goodWeight(from, to);
        int passages = sums.goodPassages(from, to);
        row.put("stretches", stretches.size());
        row.put("stretch share", share(own));
        row.put("stretch passages", passages);
        row.put("stretch weight a passage", weight / (double) Math.max(1, passages));
        row.put("stretch density", weight / (double) Math.max(1, sums.chars(from, to)));
        row.put("stretch before share", share(own - 1));
        row.put("stretch after share", share(own + 1));
        row.put("gap before stretch", from - stretches.to(own - 1));
        row.put("gap after stretch", stretches.from(own + 1) - to);
        row.put("heaviest stretch share", share(stretches.heaviest()));
        row.put("since heaviest stretch", sinceHeaviest(i));
        row.put("url words said in stretch", own < 0 ? 0 : urlSaid[own]);
        row.put("words of url in stretch", mentions.density(from, to));
    }

    private double share(int stretch) {
        int weight = sums.goodWeight(stretches.from(stretch), stretches.to(stretch));
        return weight / (double) Math.max(1, sums.allGoodWeight());
    }

    /** Lines behind the heaviest stretch; negative before it, 0 in it. */
    private int sinceHeaviest(int i) {
        int heaviest = stretches.heaviest();
        int before = Math.min(0, i - stretches.from(heaviest));
        return Math.max(-FAR, Math.min(FAR, before + Math.max(0, i - stretches.to(heaviest) + 1)));
    }
}
