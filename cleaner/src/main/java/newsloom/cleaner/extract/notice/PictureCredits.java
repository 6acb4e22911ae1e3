package newsloom.cleaner.extract.notice;

import java.util.regex.Pattern;
import newsloom.cleaner.extract.words.AnyCase;

/** Paragraphs that say who took a picture, with a label or by the photographer's agency, and sentences below pictures that end so. */
public final class PictureCredits {

    private static final int MAX_WORDS = 32;
    private static final int MAX_SHORT_WORDS = 12;
    private static final int MAX_AGENCY_WORDS = 3;

    private static final Pattern CREDITED = AnyCase.pattern(
            "\\W{0,2}(?:image|photo|picture|photograph|foto|bild|imagen|immagine|illustration|graphic|grafik)s?\\s?:.*\\b(?:credit|photo|photograph|image|foto|courtesy|getty|shutterstock|reuters|afp|alamy|unsplash|via)\\b(?! of interest)");
    /** In other scripts as well: {@code Фото: РИА Новости}, {@code 写真：山田太郎}, {@code 사진=연합뉴스}. */
    private static final Pattern SHORT_CREDIT = AnyCase.pattern(
            "[^\\p{L}\\p{N}]{0,2}(?:(?:image|photo|picture|photograph|foto|bild)s?(?: ?credits?)?|photo(?:graph)?s? credits?|credits?|bildquelle|crédits?(?: photos?)?|fotocredit"
                    + "|фото(?:графия)?|світлина|写真(?:提供)?|撮影|图片来源|图源|图片|照片|圖片來源|圖片|사진(?: ?제공)?|φωτο(?:γραφία)?|fotoğraf|fotografie|fotografia|fot\\.|kuva|صورة|תמונה|צילום)"
                    + "\\s?[:：=]\\s?[\\p{L}©«\"].*[^.!?:。！？]$");
    /** An agency alone. */
    private static final Pattern AGENCY = Pattern.compile(
            "\\W?(?:Getty Images|iStock(?:photo)?|Shutterstock|Adobe Stock|Alamy(?: Stock Photo)?|Unsplash|Pixabay|Pexels|Depositphotos|Dreamstime)\\W?");

    private static final Pattern TAKEN_BY = Pattern.compile(
            "\\W{0,2}(?:Photos?|Photographs?|Pictures?|Images?|Fotos?|Bild(?:er)?|Illustrations?) (?:by|von|courtesy of|de|di|via) \\p{Lu}.*[^!?:]$");

    /** {@code AP Photo/Ada Quist}, {@code © Ada Quist / Agency}, {@code Ada Quist/AFP via Getty Images}, alone or in brackets. */
    private static final Pattern UNLABELLED_CREDIT = Pattern.compile(
            "\\(?(?:(?:\\p{Lu}[\\p{L}.]*\\s){0,3}(?:Photo|Foto)\\s?/\\s?\\p{Lu}|[©ⓒ]\\s?(?:\\p{Lu}|picture-alliance|dpa)"
                    + "|(?:\\p{Lu}[\\p{L}.'’-]*,?\\s?){1,4}[/|]\\s?(?:\\p{Lu}[\\p{L} ]*[/|]\\s?)?(?:AP|AFP|EPA|EFE|ANSA|ANP|TT|NTB|PAP|CTK|MTI|dpa|Reuters|REUTERS|Getty|GETTY|Shutterstock|Bloomberg|Xinhua|TASS|Imago|IMAGO)\\b)[^.!?]*\\)?\\.?$");
    /** A sentence below a picture ends with the photographer's agency: {@code … on Monday. (AP Photo/Ada Quist)}. */
    private static final Pattern CAPTION_END = Pattern.compile(
            "\\((?:(?:\\p{Lu}[\\p{L}.]*\\s){0,3}(?:Photo|Foto)s?\\s?(?:/|:| by | via )|(?:Credit|Image|Photograph|Picture|Bild|Imagen|Immagine)s?\\s?:)[^()]{3,80}\\)\\.?$");

    /**
     * The same without brackets, in scripts whose sentences end in a sign or the verb's last syllable: an agency behind a Korean full stop ({@code …하고 있다. 연합뉴스}), who took or gave the picture at the end
     * in Japanese and Chinese ({@code …＝東京都で、山田太郎撮影}, {@code （李鑫 摄）}).
     */
    private static final Pattern EAST_ASIAN_CAPTION_END = Pattern.compile(
            "[.\\])] ?(?:\\p{IsHangul}{2,8}\\s?=\\s?)?(?:(?:AP|AFP|EPA|로이터)[\\s·/=-]?){0,2}(?:연합뉴스|뉴스1|뉴시스|로이터|게티이미지(?:뱅크|코리아)?|[\\p{IsHangul}\\d]{2,12} 제공)$"
                    + "|[\\s/(\\[](?:자료)?사진\\s?[=:].{2,30}$"
                    + "|[＝=（(、 ](?:[^。＝=（(]{0,30}(?:撮影|提供)|共同|時事|ロイター|ＡＰ|ＡＦＰ)[)）]?$"
                    + "|(?:[摄攝]|供[图圖])[)）]?$");

    private static final int MAX_CAPTION_WORDS = 70;

    /** The same with a label and without brackets: {@code The vineyard in autumn (archive). Foto: dpa}. */
    private static final Pattern LABELLED_END = AnyCase.pattern(
            "[.!?)\\]\"”“»'’…] (?:foto|photo|photograph|picture|image|bild|credit|photo credit|fotocredit|crédit(?: photo)?|fotó|fotografia|фото|φωτο(?:γραφία)?)s?\\s?:\\s?[\\p{L}©][^.!?:]{1,60}$");

    private static final int MAX_LABELLED_CAPTION_WORDS = 45;

    /** No more of the end is looked at for a credit without brackets. */
    private static final int MAX_CREDIT_CHARS = 96;

    private static final char FIRST_EAST_ASIAN = '\u2e80';

    private static final String FIRST_LETTERS = "PpIiFfBbGgCcФфСс写撮图照圖사ΦφKkصתצ";

    private PictureCredits() {}

    /** Whether a text of so many words is the credit of a picture. */
    public static boolean is(String text, int words) {
        boolean credit = words <= MAX_WORDS && (labelled(text, words) || unlabelled(text, words));
        return credit || (words <= MAX_CAPTION_WORDS && caption(text, words));
    }

    private static boolean caption(String text, int words) {
        String end = text.substring(Math.max(0, text.length() - MAX_CREDIT_CHARS));
        return (text.indexOf('(') >= 0 && CAPTION_END.matcher(text).find())
                || (words <= MAX_LABELLED_CAPTION_WORDS
                        && end.indexOf(':') >= 0
                        && LABELLED_END.matcher(end).find())
                || (endsInEastAsia(end) && EAST_ASIAN_CAPTION_END.matcher(end).find());
    }

    /** Whether one of the last letters is of such a script, which spares nearly all texts the pattern. */
    private static boolean endsInEastAsia(String text) {
        return text.length() > 1
                && text.charAt(text.length() - 1) != '。'
                && (text.charAt(text.length() - 1) >= FIRST_EAST_ASIAN
                        || text.charAt(text.length() - 2) >= FIRST_EAST_ASIAN);
    }

    private static boolean labelled(String text, int words) {
        return mayBeCredit(text)
                && (CREDITED.matcher(text).lookingAt()
                        || (words <= MAX_SHORT_WORDS
                                && (SHORT_CREDIT.matcher(text).lookingAt()
                                        || TAKEN_BY.matcher(text).lookingAt())));
    }

    /** By its first letter, which spares nearly all texts the patterns. */
    private static boolean mayBeCredit(String text) {
        for (int i = 0; i < Math.min(3, text.length()); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                return FIRST_LETTERS.indexOf(c) >= 0;
            }
        }
        return false;
    }

    private static boolean unlabelled(String text, int words) {
        boolean signed = text.indexOf('/') >= 0 || text.indexOf('|') >= 0 || text.indexOf('©') >= 0;
        return (words <= MAX_SHORT_WORDS
                        && signed
                        && UNLABELLED_CREDIT.matcher(text).matches())
                || (words <= MAX_AGENCY_WORDS && AGENCY.matcher(text).matches());
    }
}
