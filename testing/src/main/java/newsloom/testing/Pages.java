package newsloom.testing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import newsloom.contract.v1.Page;

/** Invented pages for tests. The markup around an article is what a small news site has: menu, byline, related links, footer. */
public final class Pages {
    private Pages() {}

    /** An article page with a date an hour before it was fetched. */
    public static Page article(String url, Instant fetched, String title, String... paragraphs) {
        var body = Arrays.stream(paragraphs).map(text -> "<p>" + text + "</p>").collect(Collectors.joining("\n"));
        var published = fetched.minusSeconds(3600);
        return html(url, fetched, """
                <!DOCTYPE html>
                <html lang="en">
                <head><title>%1$s | %2$s</title>
                <meta property="og:type" content="article">
                <meta property="article:published_time" content="%3$s"></head>
                <body>
                <nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a> <a href="/contact">Contact</a></nav>
                <main><article>
                <h1>%1$s</h1>
                <div class="byline">By <a rel="author" href="/staff">Staff Reporter</a> <time datetime="%3$s">%3$s</time></div>
                %4$s
                </article></main>
                <aside><h2>Most read</h2><ul><li><a href="/1">Ten walks by the sea</a></li><li><a href="/2">What to cook</a></li></ul></aside>
                <footer>© %2$s. All rights reserved. <a href="/privacy">Privacy</a></footer>
                </body></html>
                """.formatted(title, URI.create(url).getHost(), published, body));
    }

    /** A page with this HTML. */
    public static Page html(String url, Instant fetched, String html) {
        return page(url, fetched, "text/html; charset=utf-8", html).build();
    }

    /** A page that is flattened to text. */
    public static Page text(String url, Instant fetched, String text) {
        return page(url, fetched, "text/plain; charset=utf-8", text).build();
    }

    /** What a server says about an address it does not know. */
    public static Page notFound(String url, Instant fetched) {
        var html =
                "<html><head><title>Page not found</title></head><body><h1>404</h1><p>Page not found.</p></body></html>";
        return page(url, fetched, "text/html; charset=utf-8", html)
                .setStatus(404)
                .build();
    }

    private static Page.Builder page(String url, Instant fetched, String contentType, String body) {
        return Page.newBuilder()
                .setUrl(url)
                .setFetchTime(fetched)
                .setStatus(200)
                .setContentType(contentType)
                .setBody(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }
}
