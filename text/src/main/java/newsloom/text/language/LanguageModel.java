package newsloom.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's language model for 103 languages, loaded once when it is first asked. */
final class LanguageModel {

    private static final int SAMPLE_CHARS = 400;

    private LanguageModel() {}

    /** Loaded by the class loader, which makes it safe for threads; the detector itself is not, so each thread has its own over the shared model. */
    private static final class Loaded {
        private static final LanguageDetectorModel MODEL = load();
        private static final ThreadLocal<LanguageDetectorME> DETECTOR =
                ThreadLocal.withInitial(() -> new LanguageDetectorME(MODEL));

        private static LanguageDetectorModel load() {
            try (InputStream bytes = LanguageDetectorME.class.getResourceAsStream("/langdetect-183.bin")) {
                if (bytes == null) {
                    throw new IllegalStateException("langdetect-183.bin is not on the class path");
                }
                return new LanguageDetectorModel(bytes);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The likeliest language of the first characters of the text. */
    static Language guess(String text) {
        return language(Loaded.DETECTOR.get().predictLanguage(start(text)));
    }

    /** The likeliest of these languages; undetermined where it knows none of them. */
    static Language guessAmong(Set<String> languages, String text) {
        return Arrays.stream(Loaded.DETECTOR.get().predictLanguages(start(text)))
                .map(LanguageModel::language)
                .filter(language -> languages.contains(language.code()))
                .findFirst()
                .orElse(Language.UNDETERMINED);
    }

    private static String start(String text) {
        return text.length() <= SAMPLE_CHARS ? text : text.substring(0, SAMPLE_CHARS);
    }

    private static Language language(opennlp.tools.langdetect.Language guess) {
        String code = LanguageCodes.twoLetter(guess.getLang());
        return new Language(code == null ? guess.getLang() : code, guess.getConfidence());
    }
}
