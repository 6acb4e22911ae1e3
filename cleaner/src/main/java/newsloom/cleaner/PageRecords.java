package newsloom.cleaner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import newsloom.cleaner.extract.Extraction.Content;
import newsloom.cleaner.extract.Extraction.Rejection;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.contract.FieldLimits;
import newsloom.contract.url.Sites;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.ExtractionMethod;
import newsloom.contract.v1.Page;
import newsloom.contract.v1.PageKind;
import newsloom.contract.v1.PublishedSource;
import newsloom.contract.v1.Reject;
import newsloom.contract.v1.RejectReason;
import org.jspecify.annotations.Nullable;

/** Turns a page of the contract into what the extraction reads, and what that found into records of the contract, whose values are no longer than {@link FieldLimits} says. */
final class PageRecords {

    private static final int OK = 200;
    private static final int ID_BYTES = 12;
    private static final int MAX_MEDIA_TYPE = 1_000;

    private final Page page;
    private final Hints hints;
    private final String url;
    private final String site;
    private final Instant fetchTime;
    private final RawPage raw;

    /** @param arrivalMs when the page came into the topic: nothing was fetched after that */
    PageRecords(Page page, long arrivalMs) {
        this.page = page;
        this.hints = Hints.of(page.getHeaders());
        this.url = page.getFinalUrl() == null ? page.getUrl() : page.getFinalUrl();
        this.site = Sites.of(url);
        this.fetchTime =
                Instant.ofEpochMilli(Math.max(0, Math.min(page.getFetchTime().toEpochMilli(), arrivalMs)));
        int status = page.getStatus() == null ? OK : page.getStatus();
        this.raw = new RawPage(
                url,
                bytes(page.getBody()),
                FieldLimits.cutNullable(page.getContentType(), MAX_MEDIA_TYPE),
                FieldLimits.cutNullable(page.getCharset(), MAX_MEDIA_TYPE),
                status,
                fetchTime);
    }

    /** Where the page was found after redirects. */
    String url() {
        return url;
    }

    /** First part of the order in which pages are decided on: the fetch time, never in the future, never before 1970. */
    long time() {
        return fetchTime.toEpochMilli();
    }

    /** What others say about the article. */
    Hints hints() {
        return hints;
    }

    /** Whether the body is an article that somebody has extracted. */
    boolean given() {
        return hints.given() && raw.status() == OK && raw.plainText();
    }

    /** What the extraction reads. */
    RawPage rawPage() {
        return raw;
    }

    Article article(Content content) {
        Published published = content.published();
        Published modified = content.modified();
        String canonicalUrl = FieldLimits.unlessLonger(content.canonicalUrl(), FieldLimits.URL);
        var article = Article.newBuilder()
                .setId(id(canonicalUrl == null ? url : canonicalUrl))
                .setUrl(url)
                .setCanonicalUrl(canonicalUrl)
                .setSite(site)
                .setTitle(FieldLimits.cut(content.title(), FieldLimits.TITLE))
                .setText(content.text())
                .setLead(FieldLimits.cut(content.lead(), FieldLimits.LEAD))
                .setAuthors(FieldLimits.cut(content.authors(), FieldLimits.AUTHORS, FieldLimits.NAME))
                .setPublisher(FieldLimits.cutNullable(content.siteName(), FieldLimits.NAME))
                .setPublished(published == null ? null : published.at())
                .setPublishedDayOnly(published != null && published.dayOnly())
                .setPublishedFrom(source(published))
                .setPublishedZone(published == null ? null : published.zone())
                .setModified(modified == null ? null : modified.at())
                .setModifiedDayOnly(modified != null && modified.dayOnly())
                .setModifiedFrom(source(modified))
                .setModifiedZone(modified == null ? null : modified.zone())
                .setLanguage(content.language())
                .setLanguageConfidence(content.languageConfidence())
                .setSection(FieldLimits.cutNullable(content.section(), FieldLimits.NAME))
                .setTags(FieldLimits.cut(content.tags(), FieldLimits.TAGS, FieldLimits.NAME))
                .setImage(FieldLimits.unlessLonger(content.imageUrl(), FieldLimits.IMAGE))
                .setExtractionMethod(ExtractionMethod.valueOf(content.method().name()))
                .setExtractionConfidence(content.confidence())
                .setKind(PageKind.valueOf(content.kind().name()))
                .setPaywalled(content.paywalled())
                .setFetchTime(fetchTime);
        hints.complete(article);
        return article.build();
    }

    Reject reject(Rejection rejection) {
        return reject(RejectReason.valueOf(rejection.reason().name()), rejection.detail(), rejection);
    }

    Reject reject(RejectReason reason, String detail) {
        return reject(reason, detail, null);
    }

    private Reject reject(RejectReason reason, String detail, @Nullable Rejection found) {
        var reject = Reject.newBuilder()
                .setUrl(url)
                .setSite(site)
                .setReason(reason)
                .setDetail(FieldLimits.cut(detail, FieldLimits.TITLE))
                .setStatus(page.getStatus())
                .setBytes(page.getBody().remaining())
                .setFetchTime(fetchTime);
        if (found != null) {
            reject.setKind(PageKind.valueOf(found.kind().name()))
                    .setTitle(FieldLimits.cut(found.title(), FieldLimits.TITLE))
                    .setWords(found.words())
                    .setLinkDensity(found.linkDensity())
                    .setLanguage(found.language());
        }
        return reject.build();
    }

    private static @Nullable PublishedSource source(@Nullable Published told) {
        return told == null ? null : PublishedSource.valueOf(told.source().name());
    }

    /** The article's id: the first 96 bits of the SHA-256 of its URL key, in hexadecimal. */
    static String id(String url) {
        try {
            byte[] key = UrlKey.of(url).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }
}
