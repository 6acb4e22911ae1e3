package newsloom.text.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The tables shipped in the jar, read at first use. A language without one gets a {@linkplain TermTable#flat flat} table, small
 * so that what the stream itself counts soon outweighs it. Thread-safe.
 */
public final class TermTables implements Function<String, TermTable> {
    /** A flat table counts as so many documents. */
    public static final int FLAT_DOCUMENTS = 400;

    private final Map<String, TermTable> read = new ConcurrentHashMap<>();

    /** @param language ISO 639-1; anything else has no table */
    @Override
    public TermTable apply(String language) {
        return read.computeIfAbsent(language, name -> load(name).in(name));
    }

    private static TermTable load(String language) {
        if (!language.matches("[a-z]{2,3}")) {
            return TermTable.flat(FLAT_DOCUMENTS);
        }
        try (var in = TermTables.class.getResourceAsStream(language + ".terms")) {
            return in == null ? TermTable.flat(FLAT_DOCUMENTS) : TermTable.read(new java.io.BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("term table of " + language, e);
        }
    }
}
