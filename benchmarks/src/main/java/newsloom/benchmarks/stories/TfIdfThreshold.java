package newsloom.benchmarks.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTables;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;

/**
 * The simple way: an article joins the story of the last four days whose summed TF-IDF vector is nearest, if the cosine reaches one threshold, and
 * opens its own otherwise. Not thread-safe; memory grows with the articles.
 */
final class TfIdfThreshold {

    private static final double THRESHOLD = 0.22;
    private static final int WINDOW_DAYS = 4;
    private static final double TITLE_COUNT = 2;

    private static final class Cluster {
        private SparseVector sum = SparseVector.EMPTY;
        private long newestDay;
    }

    private final TermTables tables = new TermTables();
    private final Map<String, List<Cluster>> clusters = new HashMap<>();

    /** The story of the article. */
    String add(LabelledFile.Article article) {
        SparseVector vector = vector(article);
        long day = article.published().isEmpty()
                ? 0
                : Instant.parse(article.published()).getEpochSecond() / 86_400;
        List<Cluster> known = clusters.computeIfAbsent(article.language(), language -> new ArrayList<>());
        int best = -1;
        double most = THRESHOLD;
        for (int i = 0; i < known.size(); i++) {
            double cosine = day - known.get(i).newestDay > WINDOW_DAYS ? 0 : vector.cosine(known.get(i).sum);
            if (cosine >= most) {
                most = cosine;
                best = i;
            }
        }
        if (best < 0) {
            best = known.size();
            known.add(new Cluster());
        }
        Cluster cluster = known.get(best);
        cluster.sum = cluster.sum.plus(vector, 1);
        cluster.newestDay = Math.max(cluster.newestDay, day);
        return article.language() + best;
    }

    private SparseVector vector(LabelledFile.Article article) {
        var tokenizer = new Tokenizer(article.language());
        var counts = new VectorBuilder();
        for (Token token : tokenizer.tokens(article.title())) {
            counts.add(TermHash.of(token.form()), (float) TITLE_COUNT);
        }
        for (Token token : tokenizer.tokens(article.text())) {
            counts.add(TermHash.of(token.form()), 1);
        }
        SparseVector counted = counts.build();
        var damped = new VectorBuilder();
        for (int i = 0; i < counted.size(); i++) {
            double rarity = tables.apply(article.language()).rarity(counted.key(i));
            damped.add(counted.key(i), (float) ((1 + Math.log(Math.max(1, counted.weight(i)))) * rarity));
        }
        SparseVector weighed = damped.build();
        return weighed.size() == 0 ? weighed : weighed.unit();
    }
}
