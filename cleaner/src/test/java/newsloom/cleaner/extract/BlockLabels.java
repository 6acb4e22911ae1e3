package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.cleaner.extract.words.TextShape;

/**
 * Which blocks of a page belong to its article, given the article's text. A block's 3-token shingles are looked up in the text; blocks that are mostly
 * found form a chain of increasing positions with the most tokens, so that a teaser which repeats a paragraph is no part of it; a block too short for that is
 * looked for in the gap between its labelled neighbours.
 *
 * @param main whether the block belongs to the article
 * @param certain how far that is believed, 0 to 1: less for blocks that are found in part or at another place
 */
record BlockLabels(boolean[] main, double[] certain) {

    private static final int SHINGLE = 3;
    private static final double FOUND = 0.6;
    private static final double ELSEWHERE = 0.7;

    private record Match(int block, int from, int to, int tokens) {}

    static List<String> tokens(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}_]+"))
                .filter(token -> !token.isEmpty())
                .flatMap(token -> TextShape.of(token).unspaced()
                        ? token.codePoints().mapToObj(Character::toString)
                        : List.of(token).stream())
                .toList();
    }

    static BlockLabels of(List<String> blocks, String text) {
        List<String> truth = tokens(text);
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i + SHINGLE <= truth.size(); i++) {
            places.computeIfAbsent(shingle(truth, i), absent -> new ArrayList<>())
                    .add(i);
        }
        List<Match> matches = new ArrayList<>();
        double[] found = new double[blocks.size()];
        for (int i = 0; i < blocks.size(); i++) {
            found[i] = match(matches, i, tokens(blocks.get(i)), places);
        }
        List<Match> chain = chain(matches);
        boolean[] labels = new boolean[blocks.size()];
        chain.forEach(match -> labels[match.block()] = true);
        shortBlocks(labels, blocks, truth, chain);
        double[] certain = new double[blocks.size()];
        for (int i = 0; i < certain.length; i++) {
            certain[i] = certain(labels[i], found[i]);
        }
        return new BlockLabels(labels, certain);
    }

    private static double certain(boolean main, double found) {
        if (main) {
            return found == 0 ? 1 : found;
        }
        return found >= FOUND ? ELSEWHERE : 1 - found;
    }

    private static String shingle(List<String> tokens, int at) {
        return String.join(" ", tokens.subList(at, at + SHINGLE));
    }

    /** Where the block may stand in the text: at the place of its first found shingle, once for each place, at most eight. Returns the share of its shingles that are found. */
    private static double match(
            List<Match> matches, int block, List<String> tokens, Map<String, List<Integer>> places) {
        int found = 0;
        int all = Math.max(0, tokens.size() - SHINGLE + 1);
        List<Integer> starts = List.of();
        int offset = 0;
        for (int i = 0; i < all; i++) {
            List<Integer> at = places.getOrDefault(shingle(tokens, i), List.of());
            found += at.isEmpty() ? 0 : 1;
            if (starts.isEmpty() && !at.isEmpty()) {
                starts = at;
                offset = i;
            }
        }
        if (all > 0 && found >= FOUND * all) {
            for (int start : starts.subList(0, Math.min(8, starts.size()))) {
                matches.add(new Match(block, start - offset, start - offset + tokens.size(), tokens.size()));
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    /** The heaviest chain of matches with increasing blocks and positions; a little overlap is allowed. */
    private static List<Match> chain(List<Match> matches) {
        int n = Math.min(matches.size(), 4_000);
        long[] weight = new long[n];
        int[] before = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            Match match = matches.get(i);
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                Match other = matches.get(j);
                if (other.block() < match.block() && other.to() <= match.from() + 3 && weight[j] > weight[i]) {
                    weight[i] = weight[j];
                    before[i] = j;
                }
            }
            weight[i] += match.tokens();
            best = best < 0 || weight[i] > weight[best] ? i : best;
        }
        List<Match> chain = new ArrayList<>();
        for (int i = best; i >= 0; i = before[i]) {
            chain.add(0, matches.get(i));
        }
        return chain;
    }

    private static void shortBlocks(boolean[] labels, List<String> blocks, List<String> truth, List<Match> chain) {
        for (int k = 0; k + 1 < chain.size(); k++) {
            Match one = chain.get(k);
            Match next = chain.get(k + 1);
            String gap = " "
                    + String.join(
                            " ", truth.subList(clamp(one.to(), truth), clamp(Math.max(one.to(), next.from()), truth)))
                    + " ";
            for (int i = one.block() + 1; i < next.block(); i++) {
                List<String> tokens = tokens(blocks.get(i));
                labels[i] = !tokens.isEmpty()
                        && tokens.size() < SHINGLE
                        && gap.contains(" " + String.join(" ", tokens) + " ");
            }
        }
    }

    private static int clamp(int position, List<String> truth) {
        return Math.max(0, Math.min(position, truth.size()));
    }
}
