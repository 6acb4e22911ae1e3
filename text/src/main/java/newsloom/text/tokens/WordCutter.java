package newsloom.text.tokens;

/** The state of {@link Words#each}: the word that is being put together, or the last character of a run without spaces. */
final class WordCutter {
    /** Longer words (addresses, encoded data) are cut into pieces of this length. */
    static final int MAX_WORD = 64;

    private final Words.Sink sink;
    private final char[] word = new char[MAX_WORD];
    private int length;
    private int runLast = -1;
    private boolean runPaired;

    WordCutter(Words.Sink sink) {
        this.sink = sink;
    }

    void accept(int codePoint, char next) {
        if (codePoint < 128 && asciiLetterOrDigit(codePoint)) {
            if (runLast >= 0) {
                endRun();
            }
            append(codePoint <= 'Z' && codePoint >= 'A' ? codePoint + ('a' - 'A') : codePoint);
        } else if (codePoint >= 128 && isWordPart(codePoint)) {
            wordPart(codePoint);
        } else if ((codePoint == '.' || codePoint == ',') && length > 0 && isDigit(word[length - 1]) && isDigit(next)) {
            append(codePoint);
        } else if (!vanishes(codePoint)) {
            end();
        }
    }

    void end() {
        if (length > 0) {
            sink.word(word, length, false);
            length = 0;
        }
        endRun();
    }

    private void wordPart(int codePoint) {
        if (Words.unspaced(codePoint)) {
            runPart(codePoint);
            return;
        }
        endRun();
        if (length == 0 && Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return; // NFKC makes a space and a lone accent of a spacing accent
        }
        int digit = Character.digit(codePoint, 10);
        append(digit >= 0 ? '0' + digit : Character.toLowerCase(codePoint));
    }

    private void runPart(int codePoint) {
        if (length > 0) {
            end();
        }
        if (runLast >= 0) {
            int first = Character.toChars(runLast, word, 0);
            int second = Character.toChars(codePoint, word, first);
            sink.word(word, first + second, true);
            runPaired = true;
        }
        runLast = codePoint;
    }

    private void endRun() {
        if (runLast >= 0 && !runPaired) {
            sink.word(word, Character.toChars(runLast, word, 0), true);
        }
        runLast = -1;
        runPaired = false;
    }

    private void append(int codePoint) {
        if (length + 2 > MAX_WORD) {
            sink.word(word, length, false);
            length = 0;
        }
        if (Character.isBmpCodePoint(codePoint)) {
            word[length++] = (char) codePoint;
        } else {
            length += Character.toChars(codePoint, word, length);
        }
    }

    private static boolean isWordPart(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> codePoint != 0x02BC;
            default -> false;
        };
    }

    /** Apostrophes, and what is invisible: soft hyphens, joiners, direction marks. */
    private static boolean vanishes(int codePoint) {
        return switch (codePoint) {
            case '\'', '`', 0x2018, 0x2019, 0x201B, 0x02BC, 0x2032 -> true;
            default -> codePoint > 127 && Character.getType(codePoint) == Character.FORMAT;
        };
    }

    private static boolean asciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
