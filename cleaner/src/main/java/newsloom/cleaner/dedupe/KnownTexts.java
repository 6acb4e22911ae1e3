package newsloom.cleaner.dedupe;

import org.jspecify.annotations.Nullable;

/** Decides on texts one after the other and knows those before. For one thread. */
interface KnownTexts {

    /** Decides and files the text, so that later ones find it. */
    Decision decide(Sketch sketch);

    /** The latest words of that id; null when unknown or forgotten. */
    @Nullable
    KnownText latest(String id, long timeMs);
}
