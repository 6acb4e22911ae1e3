package newsloom.cleaner.extract.select;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.page.TextLine;

/** The entries of a live blog in plain text: a line that begins with a time of day, and the sentences below it up to the next one. */
public final class LiveLines {

    private static final Pattern STAMP = Pattern.compile("^(\\d{1,2})[:.h](\\d{2})(?!\\d)");
    /** A time of day with a.m., a word for "o'clock" or a zone is no longer. */
    private static final int MAX_LONE_STAMP_CHARS = 12;

    private static final int MAX_TURNS = 1;
    private static final double MOST = 0.6;
    private static final int MIN_ENTRIES = 4;
    private static final int MAX_STAMP_WORDS = 14;
    private static final int MAX_LINES = 16;
    private static final int NO_ENTRY = Notices.AFTERWORD.first()
            | Notices.APPEAL.first()
            | Notices.COPYRIGHT.anywhere()
            | Notices.CONSENT.first()
            | Notices.SHARE.first();

    private LiveLines() {}

    /** Whether the line is a time of day, as stands above an entry of a live blog. */
    public static boolean stamped(String text) {
        return !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && STAMP.matcher(text).find();
    }

    /** Whether so many of the passages are times, alone or before a few words, that they are those of entries. */
    static boolean manyStamps(List<? extends Passage> passages) {
        return passages.stream()
                        .filter(passage -> passage.shape().words() <= MAX_STAMP_WORDS && stamped(passage.text()))
                        .count()
                >= MIN_ENTRIES;
    }

    /** The lines of the entries by their index; none where there are few entries. */
    public static BitSet of(List<TextLine> lines) {
        List<Integer> stamps = new ArrayList<>();
        for (TextLine line : lines) {
            if (stamped(line.text()) && (line.good() || line.shape().words() <= MAX_STAMP_WORDS)) {
                stamps.add(line.index());
            }
        }
        BitSet entries = new BitSet();
        int found = 0;
        for (int i = 0; i < stamps.size(); i++) {
            int next = i + 1 < stamps.size() ? stamps.get(i + 1) : lines.size();
            found += entry(lines, stamps.get(i), next, entries) ? 1 : 0;
        }
        return found >= MIN_ENTRIES ? entries : new BitSet();
    }

    /** Whether entries of that form go back in time, as live blogs show them; one that goes forward may as well be told afterwards. */
    public static boolean newestFirst(List<TextLine> lines, BitSet entries) {
        List<Integer> times = entries.stream()
                .mapToObj(i -> STAMP.matcher(lines.get(i).text()))
                .filter(Matcher::find)
                .map(stamp -> Integer.parseInt(stamp.group(1)) * 60 + Integer.parseInt(stamp.group(2)))
                .toList();
        long earlier = IntStream.range(1, times.size())
                .filter(i -> times.get(i) < times.get(i - 1))
                .count();
        return earlier * 2 > times.size() - 1;
    }

    /** Whether they are a live blog's by their form alone: times of day in lines of their own, one after the other or backwards, and most of the page's sentences below them. */
    public static boolean tellThemselves(List<TextLine> lines, BitSet entries) {
        int later = 0;
        int earlier = 0;
        int before = -1;
        for (int i = entries.nextSetBit(0); i >= 0; i = entries.nextSetBit(i + 1)) {
            String text = lines.get(i).text();
            Matcher stamp = STAMP.matcher(text);
            if (stamp.find()) {
                int minutes = Integer.parseInt(stamp.group(1)) * 60 + Integer.parseInt(stamp.group(2));
                later += before >= 0 && minutes > before ? 1 : 0;
                earlier += before >= 0 && minutes < before ? 1 : 0;
                before = minutes;
                if (text.length() > MAX_LONE_STAMP_CHARS) {
                    return false;
                }
            }
        }
        boolean inOrder = Math.min(later, earlier) <= MAX_TURNS && later + earlier >= MIN_ENTRIES - 1;
        return inOrder && mostSentences(lines, entries);
    }

    private static boolean mostSentences(List<TextLine> lines, BitSet entries) {
        int all = 0;
        int within = 0;
        for (TextLine line : lines) {
            int weight = line.good() ? line.shape().weight() : 0;
            all += weight;
            within += entries.get(line.index()) ? weight : 0;
        }
        return within >= MOST * all;
    }

    /** Below the last sentence an entry has nothing. */
    private static boolean entry(List<TextLine> lines, int stamp, int next, BitSet entries) {
        boolean said = lines.get(stamp).good();
        int to = Math.min(next, stamp + MAX_LINES);
        BitSet entry = new BitSet();
        for (int i = stamp + 1; i < to; i++) {
            TextLine line = lines.get(i);
            boolean sentence = line.shape().sentenceEnd() && (Notices.in(line.text()) & NO_ENTRY) == 0;
            if (said && !sentence) {
                break;
            }
            entry.set(i, sentence);
            said |= line.good();
        }
        if (said) {
            entries.set(stamp);
            entries.or(entry);
        }
        return said;
    }
}
