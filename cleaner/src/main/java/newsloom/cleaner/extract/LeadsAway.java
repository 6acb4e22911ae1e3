package newsloom.cleaner.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paragraphs that lead away from the text: to another one, past an advertisement, to a letter that one may subscribe to. */
final class LeadsAway {

    /** Leads to another text, linked or not. */
    private static final Pattern READ_ALSO = AnyCase.pattern(
            "\\W{0,3}(?:read (?:also|more|next)|also read|see also|more on this|related (?:story|stories|articles?|news)|don['’]t miss"
                    + "|(?:à )?lire (?:aussi|également)|lire la suite|lee(?:r|a)? también|te puede interesar|(?:te|le) recomendamos|leia (?:também|mais)|leggi anche|lesen sie (?:auch|mehr)|mehr zum thema"
                    + "|lees (?:ook|verder)|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte také|citește și|читайте (?:также|ещё)|baca juga|xem thêm)\\s?[:：|»>–—-]\\s*\\S");

    private static final int MAX_READ_ALSO_WORDS = 25;

    /** Stands where an advertisement parts the text. */
    private static final Pattern PAUSE = AnyCase.pattern(
            "\\W{0,4}(?:(?:the )?(?:story|article|text) continues (?:below|after)\\b.{0,40}|continue reading below\\b.{0,30}|scroll (?:down )?to continue\\b.{0,30}|advertisement(?:\\W{1,4}scroll to continue.{0,20})?"
                    + "|la suite après (?:cette|la) publicité|(?:la nota|el artículo|la noticia) (?:continúa|sigue) (?:después|debajo|abajo)\\b.{0,40}|l['’]articolo (?:continua|prosegue) (?:dopo|sotto)\\b.{0,30}|(?:a matéria |o texto )?continua (?:depois|após)\\b.{0,30}"
                    + "|(?:der )?artikel (?:geht|wird) (?:nach|unter) (?:der|dieser) (?:anzeige|werbung)\\b.{0,20}|(?:het )?artikel gaat (?:verder|door) (?:onder|na)\\b.{0,30}|artikeln fortsätter (?:under|efter)\\b.{0,30}|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|реклама)\\W{0,4}$");

    private static final int MAX_PAUSE_WORDS = 12;

    private static final List<String> LETTER_WORDS = List.of(
            "newsletter",
            "Newsletter",
            "NEWSLETTER",
            "nieuwsbrief",
            "boletín",
            "nyhetsbrev",
            "nyhedsbrev",
            "infolettre",
            "рассылк");
    /** Asks for a subscription at the beginning of a sentence, as no report does. */
    private static final Pattern SIGN_UP = AnyCase.pattern(
            "(?:^|[.!?:] )\\W{0,3}(?:(?:please |to \\w+ \\w+ \\w+, )?(?:sign up|subscribe|get (?:our|the|all)|join our|receive our)\\b|(?:abonnez|inscrivez)-vous|recevez (?:notre|nos)|(?:suscríb[ea]|apúnt[ea]|regístr[ea])(?:te|se)|recib[ea] (?:nuestr|cada)"
                    + "|(?:jetzt )?(?:abonnieren|melden) sie|(?:jetzt )?(?:abonniere|melde dich)|iscriviti|ricevi la|assine|inscreva-se|receba (?:a nossa|nossa)|schrijf je|meld je aan|abonneer|prenumerera|anmäl dig|tilmeld dig|meld deg på|abonner på|zapisz się|подпи(?:шитесь|сывайтесь))");

    private static final int MAX_SIGN_UP_WORDS = 45;

    private LeadsAway() {}

    /**
     * Which way; null for a text that does not.
     *
     * @param words of the text
     */
    static @Nullable Rule rule(String text, int words) {
        if (words <= MAX_READ_ALSO_WORDS && READ_ALSO.matcher(text).lookingAt()) {
            return Rule.READ_ALSO;
        }
        if (words <= MAX_PAUSE_WORDS && PAUSE.matcher(text).matches()) {
            return Rule.PAUSE;
        }
        return words <= MAX_SIGN_UP_WORDS && signUp(text) ? Rule.SIGN_UP : null;
    }

    private static boolean signUp(String text) {
        return LETTER_WORDS.stream().anyMatch(text::contains)
                && SIGN_UP.matcher(text).find();
    }
}
