package newsloom.cleaner.site;

import java.util.List;

/** An article's paragraphs, parted in what is its own and what the site says everywhere; both in text order. */
public record Cleaned(List<String> kept, List<String> removed) {}
