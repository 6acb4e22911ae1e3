package newsloom.cleaner.extract.page;

import java.util.List;

/** What each line of a page says of the words in its address: the headline has most of them, the article many, stories beside it few. Stretches are read in constant time. */
public final class UrlMentions {

    private static final int MAX_HEADLINE_WORDS = 60;

    private final UrlWords url;
    private final UrlWords.Said[] said;
    private final double[] agreement;
    private final int[] found;
    private final int[] words;

    private UrlMentions(List<TextLine> lines, UrlWords url) {
        this.url = url;
        this.said = new UrlWords.Said[lines.size()];
        this.agreement = new double[lines.size()];
        this.found = new int[lines.size() + 1];
        this.words = new int[lines.size() + 1];
        for (TextLine line : lines) {
            int i = line.index();
            said[i] = url.saidBy(line.text());
            agreement[i] = line.shape().words() <= MAX_HEADLINE_WORDS ? url.agreement(said[i]) : 0;
            found[i + 1] = found[i] + said[i].found();
            words[i + 1] = words[i] + said[i].words();
        }
    }

    /** Counts the address's words in each line. Costs a pass over the lines. */
    public static UrlMentions of(List<TextLine> lines, UrlWords url) {
        return new UrlMentions(lines, url);
    }

    /** Words of the address. */
    public int size() {
        return url.size();
    }

    /** How far the line is the headline that the address repeats, 0 to 1. */
    public double agreement(int line) {
        return agreement[line];
    }

    /** Share of the address's words that the line says, 0 to 1. */
    public double said(int line) {
        return share(said[line].bits());
    }

    /** The same of several lines together; grows with their number. */
    public double said(int from, int to) {
        int bits = 0;
        for (int i = Math.max(0, from); i < Math.min(said.length, to); i++) {
            bits |= said[i].bits();
        }
        return share(bits);
    }

    private double share(int bits) {
        return Integer.bitCount(bits) / (double) Math.max(1, url.size());
    }

    /** Share of the lines' words that are words of the address, 0 to 1. */
    public double density(int from, int to) {
        int first = Math.max(0, from);
        int end = Math.min(said.length, to);
        return (found[end] - found[first]) / (double) Math.max(1, words[end] - words[first]);
    }
}
