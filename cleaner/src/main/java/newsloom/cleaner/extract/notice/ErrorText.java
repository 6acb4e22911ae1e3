package newsloom.cleaner.extract.notice;

import java.util.List;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.words.TextShape;

/** What servers say in the place of a page: that it is not there, not for this reader, or not now. Asked only of pages with little text, since news has such headlines as well. */
public final class ErrorText {

    private static final int MAX_CHARS = 80;
    private static final int MIN_FURTHER_WORDS = 5;
    private static final String CODE = "(?:4(?:0[0-9]|1[0-8]|2[0-9]|31|51|99)|5(?:0[0-9]|1[01]|2[0-9]|30))";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** A status and nothing but signs or its usual words behind it, or a word for "error" beside it. */
    private static final Pattern STATUS = Pattern.compile(
            "^\\W{0,3}" + CODE
                    + "(?:\\W*$|\\s?[-–—:|(!]|\\.\\s(?=that)|\\s+(?:error|bad|unauthori[sz]ed|payment|forbidden|not (?:found|acceptable|allowed)|page|oops|method|request|gone|conflict|too many|unavailable|access|internal|bad|service|gateway|fehler|seite|zugriff|erreur|página|pagina|не|страница)(?!\\p{L}))"
                    + "|(?<!\\p{L})(?:error|http|status|fehler(?:code)?|erreur|errore?|erro|fout|fel|błąd|chyba|hiba|virhe|hata|eroare|ошибка|помилка|грешка|σφάλμα|エラー|错误|錯誤|오류|에러|lỗi|خطأ|שגיאה)(?: code)?\\W{0,3}"
                    + CODE + "(?!\\d)"
                    + "|(?<![\\d.,])" + CODE
                    + "\\W{0,3}(?:error|fehler|erreur|エラー|错误|錯誤|오류|에러)(?!\\p{L})",
            FLAGS);

    private static final Pattern EUROPEAN = Pattern.compile(
            "\\b(?:page|site|article|seite|página|pagina) (?:not found|nicht gefunden|no encontrada|não encontrada|non trovata|niet gevonden|introuvable)\\b"
                    + "|^not found$"
                    + "|\\b(?:bad gateway|service (?:temporarily )?unavailable|gateway time-?out|internal server error|too many requests)\\b"
                    + "|^\\W*(?:access (?:denied|forbidden)|forbidden|just a moment|attention required|(?:\\p{L}+\\W+)?something went wrong|nicht gefunden)(?:\\W*$|\\s?[|–—-])"
                    + "|\\b(?:seite|dokument|datei|inhalt|artikel|beitrag|objekt|adresse|url)\\b.{0,40}\\bnicht gefunden\\b|\\b(?:page|article|story|content|item|listing|post|document|file|url|resource|it)\\b.{0,30}\\b(?:no longer available|can(?:no|')t be found)\\b"
                    + "|^\\W*oops\\W*$|\\boops\\b.{0,30}\\b(?:page|wrong|error|lost|found|find|exist)"
                    + "|\\bpage (?:(?:you requested )?(?:does not|doesn't|no longer) exists?|(?:has been|was) (?:removed|deleted|moved)|is(?:n't| not| no longer| currently un)? ?available|unavailable|missing)\\b"
                    + "|\\b(?:can(?:no|')t|could(?: no|n')t|unable to) find (?:the|that|this|your) page\\b"
                    + "|\\bunavailable (?:for|due to) legal reasons\\b|\\b(?:not|un)\\s?available in your (?:country|region|location|area)\\b"
                    + "|zugriff verweigert|zu viele anfragen|seite (?:existiert nicht|(?:ist )?nicht (?:mehr )?(?:verfügbar|erreichbar|vorhanden))|interner server-?fehler|vorübergehend nicht erreichbar"
                    + "|accès (?:refusé|interdit)|page (?:indisponible|n['’]est (?:pas|plus) disponible|inexistante)|erreur (?:interne )?du serveur|service (?:temporairement )?indisponible|trop de requêtes"
                    + "|acceso denegado|página (?:no disponible|no está disponible|inexistente)|no se (?:ha )?(?:encontrado|encontró|pudo encontrar) la página|error interno del servidor|servicio no disponible|demasiadas (?:solicitudes|peticiones)"
                    + "|accesso negato|pagina (?:inesistente|non disponibile|non esiste)|errore interno del server|servizio non disponibile|troppe richieste"
                    + "|acesso negado|página (?:não existe|não está disponível|indisponível)|erro interno do servidor|serviço indisponível|muitas solicitações"
                    + "|toegang geweigerd|pagina bestaat niet|åtkomst nekad|ingen (?:adgang|tilgang)|pääsy (?:kielletty|estetty)"
                    + "|brak dostępu|dostęp (?:zabroniony|zablokowany)|přístup (?:odepřen|zamítnut)|hozzáférés megtagadva|acces interzis|erişim (?:engellendi|reddedildi)|δεν επιτρέπεται η πρόσβαση",
            FLAGS);

    /** Nothing but that the site is being worked on: news of works on a road say more. */
    private static final Pattern MAINTENANCE = Pattern.compile(
            "^\\W*(?:(?:scheduled |planned |site |website )?maintenance(?: mode)?|(?:(?:the |this |our )?(?:web)?site |we )?(?:is |are )?(?:currently )?(?:down for|under(?:going)?) (?:scheduled |planned )?maintenance|we(?: wi|['’])ll be (?:right )?back (?:soon|shortly)"
                    + "|wartung(?:s(?:arbeiten|modus|seite))?|(?:(?:diese|unsere) )?(?:web)?(?:site|seite) (?:wird (?:derzeit |gerade |momentan )?gewartet|im wartungsmodus|in wartung)|wir sind (?:gleich|bald|in kürze) (?:wieder|zurück)(?: (?:für sie )?da)?"
                    + "|(?:(?:(?:notre |le |ce )?site (?:web |internet )?(?:est )?|nous sommes )(?:actuellement )?)?en maintenance|maintenance (?:en cours|du site|programmée)"
                    + "|(?:(?:(?:nuestro |el |este )?sitio (?:web )?(?:está )?|página |web |estamos )(?:actualmente )?)?en mantenimiento|mantenimiento (?:programado|del sitio|en curso)"
                    + "|(?:(?:il )?sito (?:web )?(?:è )?|siamo )?in manutenzione|manutenzione (?:programmata|in corso)|(?:(?:o )?site (?:está )?|estamos )?em manutenção|manutenção programada"
                    + "|(?:(?:de |deze )?(?:web)?site (?:is )?)?in onderhoud|underhåll|vedlikehold|vedligeholdelse|prace konserwacyjne|przerwa techniczna|údržba|karbantartás|mentenanță|bakım (?:çalışması|modu)|(?:ведутся )?технические работы|технічні роботи"
                    + "|(?:システム)?メンテナンス(?:中|のお知らせ)?(?:です)?|(?:系统|网站|系統|網站)?(?:维护|維護)中?|(?:시스템 |서버 )?점검 ?중?(?:입니다)?)\\W*$",
            FLAGS);

    private static final Pattern OTHER = Pattern.compile(
            "^(?=.*(?:страниц|сторінк|stron|sida|side|sivu|sayfa|stránk|oldal|pagin|página|page|σελίδα|ページ|页面|頁面|网页|網頁|페이지|صفحة|דף|halaman|trang|หน้า|पेज|पृष्ठ)).*(?:не найден|не знайден|не существует|не існує|nie znaleziono|nie istnieje|(?:hittades|kunde) inte hitta|hittades inte|ikke (?:funnet|fundet)|(?:finnes|findes|eksisterer) ikke|ei löy(?:dy|tynyt)|bulunamadı|nenalezena|nebyla nalezena|nenájdená|nem található|nu a fost găsit|δεν βρέθηκε|no existe|n['’]existe (?:pas|plus)|見つかりません|ページが存在しません|不存在|找不到|찾을 수 없|존재하지 않는|غير موجودة|לא נמצא|tidak ditemukan|không tìm thấy|ไม่พบ|نہیں ملا|नहीं मिला)"
                    + "|доступ (?:запрещ[её]н|ограничен|закрыт)|доступ (?:заборонено|обмежено)|достъпът е (?:отказан|забранен)|слишком много запросов|внутренняя ошибка сервера|сервис (?:временно )?недоступен"
                    + "|アクセス(?:が拒否|が制限|できません|が集中)|访问被(?:拒绝|阻止)|(?:禁止|拒绝)访问|拒絕存取|存取被拒|服务(?:暂时)?不可用|접근(?:이|을)? ?(?:거부|차단|제한)|접근 권한이 없|تم رفض الوصول|الوصول مرفوض|גישה נדחתה|akses ditolak|truy cập bị từ chối",
            FLAGS);

    private ErrorText() {}

    /** Whether a headline or title says so, in one of some thirty languages. Longer ones tell a story. */
    public static boolean in(String title) {
        return title.length() <= MAX_CHARS
                && (STATUS.matcher(title).find()
                        || EUROPEAN.matcher(title).find()
                        || MAINTENANCE.matcher(title).find()
                        || OTHER.matcher(title).find());
    }

    /** Whether a title that says so says much more, as a headline of news about it does. */
    public static boolean goesOn(String title) {
        String rest = title;
        for (Pattern said : List.of(STATUS, EUROPEAN, OTHER)) {
            rest = said.matcher(rest).replaceAll(" ");
        }
        return TextShape.of(rest).words() >= MIN_FURTHER_WORDS;
    }
}
