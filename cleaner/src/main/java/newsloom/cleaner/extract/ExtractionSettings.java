package newsloom.cleaner.extract;

/**
 * Limits and thresholds of the extraction.
 *
 * @param maxBodyBytes bytes of a page that are read; the rest is cut off. 1 to 64 MiB
 * @param maxNodes nodes of the tree that are walked, and tags that are parsed, at least 1 000
 * @param maxBlocks text blocks of a page that are looked at, at least 100
 * @param minWords words of main text that make an article, at least 1; two Chinese, Japanese or Thai characters count as one word
 */
public record ExtractionSettings(int maxBodyBytes, int maxNodes, int maxBlocks, int minWords) {

    public ExtractionSettings {
        require(maxBodyBytes >= 1 << 20 && maxBodyBytes <= 64 << 20, "maxBodyBytes must be 1 to 64 MiB");
        require(maxNodes >= 1_000, "maxNodes must be at least 1000");
        require(maxBlocks >= 100, "maxBlocks must be at least 100");
        require(minWords >= 1, "minWords must be at least 1");
    }

    /** 5 MiB, 100 000 nodes, 20 000 blocks, 25 words. */
    public static ExtractionSettings defaults() {
        return new ExtractionSettings(5 << 20, 100_000, 20_000, 25);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
