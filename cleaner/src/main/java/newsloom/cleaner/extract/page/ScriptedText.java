package newsloom.cleaner.extract.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Does to a parsed page what its scripts would do to show the text, for the ways that are common; no script is run. Changes the page. */
public final class ScriptedText {

    private static final String LATE_PART = "S:";
    private static final String ITS_PLACE = "B:";
    private static final Set<String> TEMPLATES =
            Set.of("text/template", "text/x-template", "text/html", "text/x-handlebars-template");
    private static final int MAX_PARTS = 500;
    private static final int MIN_CHARS = 400;
    private static final int MIN_PARAGRAPHS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private ScriptedText() {}

    /** Whether the page may have parts that come late; to be asked before the parse is searched for them. */
    public static boolean streamed(String html) {
        return html.contains("id=\"" + LATE_PART);
    }

    /** Puts the parts that React streams to the end of a page, as hidden elements, in the places that were kept for them. */
    public static void placeLateParts(Document page) {
        Map<String, Element> places = new HashMap<>();
        for (Element place : page.select("template[id^=" + ITS_PLACE + "]")) {
            places.put(place.id().substring(ITS_PLACE.length()), place);
        }
        List<Element> parts = page.select("[hidden][id^=" + LATE_PART + "]");
        for (Element part : parts.subList(0, Math.min(parts.size(), MAX_PARTS))) {
            Element place = places.remove(part.id().substring(LATE_PART.length()));
            part.removeAttr("hidden");
            if (place != null && !place.parents().contains(part)) {
                place.replaceWith(part);
            }
        }
    }

    /** Puts templates that hold paragraphs, and are written as scripts, in the places where they stand; false when there is none. */
    public static boolean showTemplates(Document page) {
        boolean shown = false;
        for (Element script : page.getElementsByTag("script")) {
            if (TEMPLATES.contains(script.attr("type").strip().toLowerCase(Locale.ROOT))
                    && script.parent() != null
                    && paragraphs(script.data()) >= MIN_PARAGRAPHS) {
                script.replaceWith(new Element("div").html(script.data()));
                shown = true;
            }
        }
        return shown;
    }

    /**
     * Shows the longest string with paragraphs in the data that scripts carry ({@code "contentHtml":"<p>…"}) in the place of the body. For pages that show nothing by
     * themselves; false when there is no such string, then nothing is changed. Reads each script once.
     */
    public static boolean show(Document page) {
        String longest = null;
        for (Element script : page.getElementsByTag("script")) {
            longest = longestIn(script.data(), longest);
        }
        if (longest == null) {
            return false;
        }
        page.body().html("<article>" + longest + "</article>");
        return true;
    }

    private static @Nullable String longestIn(String script, @Nullable String longest) {
        String best = longest;
        for (int start = script.indexOf('"'); start >= 0; ) {
            int end = end(script, start);
            if (end - start > MIN_CHARS && (best == null || end - start > best.length())) {
                String text = unescaped(script.substring(start, Math.min(script.length(), end + 1)));
                best = paragraphs(text) >= MIN_PARAGRAPHS && (best == null || text.length() > best.length())
                        ? text
                        : best;
            }
            start = script.indexOf('"', end + 1);
        }
        return best;
    }

    /** Where the string that begins here ends. */
    private static int end(String script, int start) {
        int end = start + 1;
        while (end < script.length() && script.charAt(end) != '"') {
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static String unescaped(String literal) {
        try {
            return JSON.readTree(literal).asText();
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }

    private static int paragraphs(String text) {
        int paragraphs = 0;
        for (int at = text.indexOf("<p"); at >= 0 && paragraphs < MIN_PARAGRAPHS; at = text.indexOf("<p", at + 2)) {
            paragraphs += at + 2 < text.length() && " >".indexOf(text.charAt(at + 2)) >= 0 ? 1 : 0;
        }
        return paragraphs;
    }
}
