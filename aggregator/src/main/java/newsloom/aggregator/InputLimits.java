package newsloom.aggregator;

import newsloom.contract.FieldLimits;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of the values that stories are kept and keyed by. The cleaner keeps to it; a record of anybody else that does not is a dead letter, since a story with it could outgrow its topic.
 * Texts and headlines may have any length: only their beginning is read.
 */
final class InputLimits {

    private InputLimits() {}

    /** @throws IllegalArgumentException saying which value is at fault */
    static void demand(Article article) {
        id("id", article.getId());
        optionalId("supersedes", article.getSupersedes());
        longest("url", article.getUrl(), FieldLimits.URL);
        longest("site", article.getSite(), FieldLimits.SITE);
        longest("language", article.getLanguage(), FieldLimits.LANGUAGE);
    }

    /** @throws IllegalArgumentException saying which value is at fault */
    static void demand(Duplicate copy) {
        id("id", copy.getId());
        id("duplicateOf", copy.getDuplicateOf());
        longest("site", copy.getSite(), FieldLimits.SITE);
        longest("language", copy.getLanguage(), FieldLimits.LANGUAGE);
    }

    /** @throws IllegalArgumentException if the key of a record can be no id */
    static void demand(@Nullable String key) {
        id("key", key == null ? "" : key);
    }

    private static void id(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no " + name);
        }
        longest(name, value, FieldLimits.ID);
    }

    private static void optionalId(String name, @Nullable String value) {
        if (value != null) {
            id(name, value);
        }
    }

    private static void longest(String name, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(name + " of " + value.length() + " characters, may have " + max + ": "
                    + FieldLimits.cut(value, 40));
        }
    }
}
