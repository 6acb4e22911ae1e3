package newsloom.ingest.page;

import newsloom.contract.FieldLimits;
import newsloom.contract.Topics;

/**
 * How much of one page is taken; what bounds the memory a hostile source can cost.
 *
 * @param maxBodyBytes longer bodies are cut and marked
 * @param maxLineBytes longer lines of JSON are skipped; escaped markup grows by up to six times
 * @param maxUrlChars longer addresses are none
 */
public record Limits(int maxBodyBytes, int maxLineBytes, int maxUrlChars) {
    public static final Limits DEFAULT = new Limits(Topics.MAX_BODY_BYTES, 48 << 20, FieldLimits.URL);

    public Limits {
        if (maxBodyBytes < 1 || maxBodyBytes > Topics.MAX_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "maxBodyBytes must be 1.." + Topics.MAX_BODY_BYTES + ", is " + maxBodyBytes);
        }
    }
}
