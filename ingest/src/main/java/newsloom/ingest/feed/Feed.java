package newsloom.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import newsloom.ingest.bytes.ByteLimit;
import newsloom.ingest.page.Hint;

/**
 * Reads the entries of RSS 0.9 to 2.0, Atom, and sitemaps with Google's news extension, in one pass with the JDK's pull parser. (The
 * sitemap parser of crawler-commons keeps neither titles nor summaries of feeds.) Document types and entities from outside are not
 * resolved. Memory: one entry, {@value #MAX_TEXT_CHARS} characters of each element, and the largest comment or attribute; of a feed {@value #MAX_BYTES} bytes are read, which is what the sitemap protocol allows.
 */
public final class Feed {
    private static final int MAX_TEXT_CHARS = 4000;
    private static final int MAX_BYTES = 50 << 20;
    private static final Set<String> ENTRIES = Set.of("item", "entry", "url");
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader xml;
    private final Map<String, String> fields = new HashMap<>();
    private String entry = ""; // name of the element we are in; empty between entries

    private Feed(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Gives all entries that have an address, up to the end or to the place where the document is damaged.
     *
     * @throws IOException if it is damaged; what came before has been given
     */
    public static void read(InputStream in, Consumer<FeedEntry> entries) throws IOException {
        try {
            new Feed(XML.createXMLStreamReader(limited(in))).read(entries);
        } catch (XMLStreamException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static InputStream limited(InputStream in) {
        return new ByteLimit(MAX_BYTES, most -> new IOException("longer than " + most + " bytes")).on(in);
    }

    /** The parser says where in the first line, and what in the second. */
    private static String reason(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
    }

    private void read(Consumer<FeedEntry> entries) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(name());
            } else if (event == XMLStreamConstants.END_ELEMENT && name().equals(entry)) {
                entry = "";
                entry().ifPresent(entries);
            }
        }
    }

    private void begin(String name) throws XMLStreamException {
        if (entry.isEmpty()) {
            entry = ENTRIES.contains(name) ? name : "";
            fields.clear();
            return;
        }
        switch (name) {
            case "loc",
                    "guid",
                    "title",
                    "pubdate",
                    "publication_date",
                    "published",
                    "updated",
                    "date",
                    "lastmod",
                    "description",
                    "summary",
                    "creator",
                    "language" -> field(name, text());
            case "link" -> link();
            case "name" -> author(text());
            default -> {
                // looked into
            }
        }
    }

    /** Atom tells the address in an attribute, and others that are not the page's. */
    private void link() throws XMLStreamException {
        String address = xml.getAttributeValue(null, "href");
        String rel = xml.getAttributeValue(null, "rel");
        if (address == null) {
            field("link", text());
        } else if (rel == null || rel.equals("alternate")) {
            field("link", address);
        }
    }

    private void author(String name) {
        String others = fields.getOrDefault("author", "");
        if (others.length() < MAX_TEXT_CHARS) {
            fields.put("author", others.isEmpty() ? name : others + ", " + name);
        }
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            fields.putIfAbsent(name, value.strip());
        }
    }

    /** The text of an element and all below it, cut. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters() && text.length() < MAX_TEXT_CHARS) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), MAX_TEXT_CHARS));
            }
        }
        return text.toString();
    }

    private Optional<FeedEntry> entry() {
        String url = first("link", "loc", "guid");
        return url.startsWith("http")
                ? Optional.of(new FeedEntry(
                        url,
                        new Hint(
                                first("title"),
                                FeedTimes.iso(first("publication_date", "pubdate", "published", "date", "updated")),
                                plain(first("description", "summary")),
                                first("author", "creator"),
                                first("language"))))
                : Optional.empty();
    }

    private String first(String... names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /** Summaries are often HTML inside XML. */
    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ").strip();
    }

    private String name() {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
