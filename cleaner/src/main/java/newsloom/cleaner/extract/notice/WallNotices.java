package newsloom.cleaner.extract.notice;

import java.util.regex.Pattern;
import newsloom.cleaner.extract.words.AnyCase;

/** What stands in the place of a text that only subscribers may read: whom it is for, how to read on, and what a subscription costs. */
public final class WallNotices {

    private static final int MAX_WORDS = 45;
    private static final int MAX_PLAN_WORDS = 60;

    /** Begins such a notice. */
    private static final Opening NOTICE = new Opening(
            "\\W{0,3}(?:(?:to (?:continue|keep) reading|(?:subscribe|log ?in|sign ?in|register)(?: now| today)? (?:to|and) (?:continue|keep|read|unlock))\\b|(?:this|the full) (?:article|story|text|content) is (?:reserved|only|exclusively|available (?:only )?)\\b.{0,20}(?:subscribers|members)|already (?:a )?(?:subscriber|member|subscribed)\\b|you have (?:read|reached|used) .{0,30}(?:free|limit)"
                    + "|(?:cet|l['’]) ?article (?:complet )?est (?:exclusivement )?réservé|(?:contenu|article|offre) réservée? aux? (?:nos )?abonn|il vous reste .{0,12}%|(?:la suite|l['’]intégralité|le reste) (?:de cet article )?est (?:exclusivement )?réservée?|pour lire la suite|(?:vous êtes |déjà )(?:déjà )?(?:inscrite?|abonnée?)\\b.{0,60}(?:connect|identif|\\?)|abonnez-vous (?:pour|et|dès|à partir)"
                    + "|(?:dieser|der (?:ganze|vollständige)|den (?:ganzen|vollständigen)) (?:artikel|text|beitrag|inhalt)\\b.{0,40}(?:abonnent|abonnement|\\babo\\b|\\bplus\\b|mitglied|registriert|freischalten|kostenpflichtig|exklusiv)|(?:jetzt )?(?:weiterlesen|freischalten|weiter lesen) (?:mit|als|im)\\b|(?:um|zum) weiter(?:zu)?lesen|(?:sie (?:sind|haben) )?(?:bereits|schon) (?:ein )?(?:abo\\b|abonnement|abonnent|registriert|kund).{0,60}(?:anmelden|einloggen|log|\\?)|sie möchten weiterlesen|mit (?:einem )?(?:digital)?abo\\b.{0,30}(?:lesen|weiter)|lesen sie diesen (?:artikel|text)\\b.{0,30}\\b(?:abo|plus)"
                    + "|(?:este|el) (?:artículo|contenido|texto)\\b.{0,30}(?:exclusivo|reservado|sólo|solo).{0,20}(?:suscriptor|socio|abonad)|(?:contenido|artículo) (?:exclusivo|reservado) para|para (?:continuar|seguir) leyendo|suscríb[ea](?:te|se) (?:para|y|ahora|desde)|¿?ya (?:eres|es|está) (?:suscriptor|suscrito|socio)|(?:has|ha) (?:leído|alcanzado) .{0,40}(?:gratis|gratuit|límite)"
                    + "|(?:este|o) (?:artigo|conteúdo|texto)\\b.{0,30}(?:exclusivo|reservado|só|apenas).{0,20}(?:assinante|subscritor)|(?:conteúdo|artigo) (?:exclusivo|reservado) (?:para|a)|para continuar (?:a ler|lendo)|assine (?:para|e|já|agora|a partir)|(?:já é|é) (?:nosso )?(?:assinante|subscritor)"
                    + "|(?:questo|l['’]) ?(?:articolo|contenuto)\\b.{0,30}(?:riservato|esclusivo|solo).{0,20}(?:abbonati|iscritti)|(?:contenuto|articolo) riservato (?:agli|ai)|per continuare (?:a leggere|la lettura)|abbonati (?:per|e|ora|subito|a partire)|sei già (?:abbonato|iscritto)|hai già un abbonamento"
                    + "|(?:dit|deze) (?:artikel|verhaal)\\b.{0,30}(?:alleen|exclusief).{0,20}(?:abonnee|leden)|lees verder (?:met|als)\\b|(?:al|bent u al|ben je al) abonnee|(?:artykuł|treść|ten tekst)\\b.{0,20} (?:tylko )?dla (?:prenumerator|subskrybent|zalogowan)|czytaj dalej (?:z|dzięki)\\b|masz już prenumeratę|(?:этот|полный) (?:материал|текст)\\b.{0,30}(?:доступ|только).{0,20}подписчик|чтобы (?:читать|прочитать) (?:дальше|полностью)|оформите подписку)"
                    + "|(?:この|本|続きの)?(?:記事|コンテンツ)(?:は|の続きは).{0,12}(?:会員|有料|購読者|登録)|(?:ここから(?:先)?は|以降は|続きは).{0,12}(?:会員|有料|購読|登録|ログイン)|残り[\\d,\\s]+文字|(?:有料|無料)?(?:会員|購読)(?:限定|登録(?:すると|で|して|が必要))|(?:すでに|既に)(?:会員|購読|登録)|ログインして(?:続き|全文)"
                    + "|(?:本文|此文|以下内容|全文)(?:仅|僅|为|為|需).{0,12}(?:会员|會員|订阅|訂閱|付费|付費|登录|登入)|(?:订阅|訂閱|登录|登入)(?:后|後)?(?:即可|以)?(?:继续|繼續)?阅?讀?(?:全文|阅读)|(?:이|본) (?:기사|콘텐츠)는.{0,20}(?:구독자|회원|유료)");

    /** Says further on that the text is not all of it. */
    private static final Pattern PART = AnyCase.pattern(
            ".{0,63}\\bonly (?:a|some) (?:part|portion|selection) of the (?:\\w+ )?(?:stories|articles|reports|texts?)\\b.{0,60}\\bsubscri");

    private static final String PERIOD =
            "(?:month|week|year|monat|woche|jahr|mois|semaine|an|mes|semana|año|mese|settimana|anno|mês|ano|maand|week|jaar|miesiąc|rok|måned|månad|kk|місяць|месяц|ay)";
    /** A price and for how long, as plans give it. */
    private static final Pattern PRICE_OF_TIME = AnyCase.pattern(
            "(?:[$€£¥₽₴]|\\b(?:eur|usd|chf|zł|kr|tl)\\b|euros?|crowns?|kronen)[^.!?]{0,12}?(?:/|a|per|pro|im|die|par|al?|por|o|na|i|за|в|each)\\s?"
                    + PERIOD + "\\b"
                    + "|(?:月額|年額|初月)[^。]{0,6}\\d|\\d[\\d,]*円\\s?[/／]\\s?月|每月\\s?[\\d¥￥]|월\\s?[\\d,]+원");
    /** How a plan speaks of itself. */
    private static final Pattern TERMS = AnyCase.pattern(
            "cancel (?:at )?any ?time|jederzeit kündbar|monatlich kündbar|sans engagement|résiliable|cancela? (?:cuando|en cualquier)|sin (?:compromiso|permanencia)|disdici quando|cancele quando|sem fidelização|いつでも解約|maandelijks opzegbaar|unlimited (?:digital )?access|unbegrenzter zugang|accès illimité|acceso ilimitado|accesso illimitato|acesso ilimitado"
                    + "|(?:first|ersten?|premiers?|premières?|primer(?:os|as)?|prim[oi]|primeiros?) (?:\\w+ )?"
                    + PERIOD);

    private static final Pattern ASKS_TO_PAY = AnyCase.pattern(
            "(?:\\b|jahres|monats|digital|probe)abos?\\b|\\b(?:subscri(?:be|ption)|plans?|trial|abo(?:nnement|nnieren)|testen|abonnez|offres?|essai|suscri(?:pción|b[ea](?:te|se))|oferta|abbona(?:ti|mento)|offerta|assin(?:e|atura)|abonnee?|prenumerat[aę])\\b|подписк|購読|会員|订阅|訂閱|구독");

    private WallNotices() {}

    /**
     * Whether the text tells that the rest is for subscribers.
     *
     * @param words of the text
     */
    public static boolean is(String text, int words) {
        return words <= MAX_WORDS
                && (NOTICE.begins(text)
                        || (text.contains("ubscri") && PART.matcher(text).lookingAt()));
    }

    /** Whether the text says what some time costs. */
    static boolean priced(String text) {
        return text.chars().anyMatch(Character::isDigit)
                && PRICE_OF_TIME.matcher(text).find();
    }

    /**
     * Whether the text is one of the plans among which a reader may choose, or says what they have in common.
     *
     * @param words of the text
     */
    static boolean plan(String text, int words) {
        if (words > MAX_PLAN_WORDS) {
            return false;
        }
        boolean price = priced(text);
        boolean terms = TERMS.matcher(text).find();
        return (price && terms)
                || ((price || terms) && ASKS_TO_PAY.matcher(text).find());
    }
}
