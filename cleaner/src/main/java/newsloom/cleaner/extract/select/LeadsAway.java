package newsloom.cleaner.extract.select;

import java.util.List;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.notice.Opening;
import newsloom.cleaner.extract.words.AnyCase;
import org.jspecify.annotations.Nullable;

/** Paragraphs that lead away from the text: to another one, past an advertisement, to a letter that one may subscribe to, to a channel or podcast, to those with whom it may be shared. */
final class LeadsAway {

    /** Leads to another text, linked or not. */
    private static final Opening READ_ALSO = new Opening(
            "\\W{0,3}(?:read (?:also|more|next)|also read|see also|more on this|related (?:story|stories|articles?|news)|don['’]t miss"
                    + "|(?:à )?lire (?:aussi|également)|lire la suite|lee(?:r|a)? también|te puede interesar|(?:te|le) recomendamos|leia (?:também|mais)|leggi anche|lesen sie (?:auch|mehr)|mehr zum thema"
                    + "|lees (?:ook|verder)|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także)|čtěte také|citește și|читайте (?:также|ещё)|baca juga|xem thêm)\\s?[:：|»>–—-]\\s*\\S");

    private static final int MAX_READ_ALSO_WORDS = 25;

    /** All of what stands where an advertisement parts the text. */
    private static final Opening PAUSE = new Opening(
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

    /** Where a site may be followed, and what may be heard of it. */
    private static final List<String> CHANNELS = List.of(
            "WhatsApp",
            "Telegram",
            "Viber",
            "Google News",
            "Google Discover",
            "Google Noticias",
            "Google Actualités",
            "Google Notícias",
            "Google Новости",
            "Google ニュース",
            "Google 뉴스",
            "odcast",
            "ODCAST",
            "одкаст",
            "ポッドキャスト",
            "팟캐스트",
            "Facebook",
            "Instagram",
            "YouTube",
            "Signal",
            "LINE",
            "Телеграм",
            "Вайбер",
            "Дзен");
    /** Begins with whom to follow, join or hear, or with where the site can be found. */
    private static final Pattern FOLLOW = AnyCase.pattern(
            "\\W{0,4}(?:(?:you can (?:also )?|now |please |(?:want|like|love) [^?]{3,50}\\? )?(?:follow|join|subscribe to|listen to|tune in|add|find|get) (?:us|our|the \\p{L}+ (?:channel|podcast)|(?:the )?\\p{Lu}[\\p{L}'’ ]{1,40} (?:on|as|via|channel|podcast))\\b|(?:listen to|subscribe to) (?:the|this|more)\\b|(?:we are|we['’]re) (?:now |also )?on\\b"
                    + "|(?:jetzt )?(?:folge|folgen sie|abonniere|abonnieren sie|hör|hören sie|höre|tritt|treten sie)\\b.{0,60}\\b(?:uns|unser\\p{L}*|kanal|podcast|auf|bei)\\b|(?:unser\\p{L}*|jetzt (?:auch )?(?:auf|bei|den|im)) .{0,30}(?:kanal|podcast|whatsapp|telegram)|(?:die \\p{L}+ )?(?:nachrichten )?(?:auch )?(?:direkt )?aufs handy"
                    + "|(?:suivez|rejoignez|retrouvez|écoutez|abonnez)(?:-(?:nous|vous))?\\b|(?:notre|nos) (?:chaîne|podcast)|(?:ya puedes |puedes )?(?:s[ií]gue(?:nos|me)?|síga(?:nos|se)?|seguirnos|seguir(?: a)? \\p{Lu}|únete|únase|escucha|escuche|suscríb[ea](?:te|se)) ?|nuestro (?:canal|pódcast|podcast)"
                    + "|(?:segui(?:ci|teci)?|iscriviti|unisciti|entra|ascolta|abbonati) (?:a[li]?|su|nel|il|lo|la|anche|sul|\\p{Lu})|il nostro (?:canale|podcast)|(?:siga|sigam|participe|entre|inscreva-se|assine|ouça|receba|acompanhe)\\b|(?:nosso|nossa) (?:canal|podcast)"
                    + "|(?:volg|luister|word lid|abonneer)\\b.{0,40}\\b(?:ons|onze|op|naar|via|je)\\b|(?:följ|lyssna|følg|lyt|hør|seuraa|kuuntele)\\b|(?:obserwuj|dołącz|słuchaj|posłuchaj|śledź|sleduj|poslouchej|kövess|csatlakozz|urmărește|abonează)\\p{L}*"
                    + "|(?:подпи(?:шитесь|сывайтесь|шись|сывайся)|присоединяйтесь|читайте (?:нас|наш)|следите за|слушайте|мы (?:есть )?в|наш\\p{L}* (?:канал|подкаст)|підпи(?:шіться|суйтесь|суйтеся)|приєднуйтес[ья]|читайте нас|стежте за|слухайте|ми в)\\b?"
                    + "|(?:bizi|haberleri) .{0,30}takip ed|takip et|ακολουθήστε|βρείτε μας|تابعونا|تابعنا|اشترك|انضم|עקבו|הצטרפו|ikuti|gabung|theo dõi|フォロー|(?:公式)?(?:LINE|チャンネル)|.{0,20}(?:フォロー|登録)(?:して|する|は)|关注|關注|加入|订阅|구독|팔로우)");

    private static final int MAX_SIGN_UP_WORDS = 45;

    /** Buttons with which a reader tells others of the page. */
    private static final Opening SHARE = new Opening(
            "\\W{0,4}(?:share|teilen|partage[rz]?|compartir|comparte|condividi|compartilhar|compartilhe|delen|dela|del|udostępnij|поделиться)(?: (?:this|it|article|story|on|via|by|to|auf|bei|über|sur|par|en|por|su|con|no|op|på|w|na|в|на))* (?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|e-?mail)\\b");

    private static final int MAX_SHARE_WORDS = 8;

    private LeadsAway() {}

    /**
     * Which way; null for a text that does not.
     *
     * @param words of the text
     */
    static @Nullable Rule rule(String text, int words) {
        if (words <= MAX_READ_ALSO_WORDS && READ_ALSO.begins(text)) {
            return Rule.READ_ALSO;
        }
        if (words <= MAX_PAUSE_WORDS && PAUSE.begins(text)) {
            return Rule.PAUSE;
        }
        if (words <= MAX_SHARE_WORDS && SHARE.begins(text)) {
            return Rule.SHARE;
        }
        return words <= MAX_SIGN_UP_WORDS && (signUp(text) || follow(text)) ? Rule.SIGN_UP : null;
    }

    private static boolean follow(String text) {
        return CHANNELS.stream().anyMatch(text::contains)
                && FOLLOW.matcher(text).lookingAt();
    }

    private static boolean signUp(String text) {
        return LETTER_WORDS.stream().anyMatch(text::contains)
                && SIGN_UP.matcher(text).find();
    }
}
