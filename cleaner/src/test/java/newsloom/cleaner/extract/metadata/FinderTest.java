package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.date.PublishedSource;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageHints;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.text.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTest {

    private static final Instant FETCHED = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void believesNoDateAfterTheFetchNorBefore1990() {
        assertThat(published("<meta name=date content='2031-01-01'><h1>News of the day</h1>", "https://a.example/x"))
                .isNull();
        assertThat(published(
                        "<meta name=date content='1970-01-01T00:00:00Z'><h1>News of the day</h1>",
                        "https://a.example/x"))
                .isNull();
    }

    @Test
    void takesTheDayFromTheUrlAndTheClockFromTheTimeElement() {
        Published published = published(
                "<h1>News of the day</h1><time datetime='2026-03-04T05:06:00Z'>4 March</time><p>Text.</p>",
                "https://a.example/2026/03/04/news");

        assertThat(published)
                .isEqualTo(new Published(
                        Instant.parse("2026-03-04T05:06:00Z"), false, PublishedSource.TIME_ELEMENT, ZoneOffset.UTC));
    }

    @Test
    void keepsTheOffsetThatThePageGivesAndInventsNone() {
        assertThat(zone("<meta name=date content='2026-03-04T05:06:00+02:00'><h1>News of the day</h1>"))
                .isEqualTo("+02:00");
        assertThat(zone("<meta name=date content='2026-03-04T05:06:00Z'><h1>News of the day</h1>"))
                .isEqualTo("Z");
        assertThat(zone("<meta name=date content='2026-03-04T05:06:00'><h1>News of the day</h1>"))
                .isNull();
        assertThat(zone("<meta name=date content='2026-03-04'><h1>News of the day</h1>"))
                .isNull();
    }

    /** A clock that is hours off is the same instant elsewhere only where it can be the publication, and a place with such an hour exists. */
    @Test
    void takesNoOtherTimeOfThePageForItsZone() {
        String told = "<meta name=date content='2026-02-06T20:00:00Z'><h1>News of the day</h1>";
        assertThat(zone(told + "<p>7 February 2026, 1:30 am</p>")).isEqualTo("+05:30");
        for (String other : List.of(
                "<time itemprop=dateModified datetime='2026-02-07T09:00:00Z'>7 February</time>",
                "<time class=updated datetime='2026-02-07T09:00'>7 February</time>",
                "<time datetime='2026-02-07T09:00:00Z'>7 February</time>",
                "<p>Ultimo aggiornamento: 7.2.2026, 09:00</p>",
                "<p>7 February 2026, 9:30 am</p>",
                "<p>Doors of the new library open on 7 February 2026 at 7:00 am, as the town said.</p>",
                "<time datetime='2026-02-06T20:00:00Z'>6 Feb 2026</time> <time datetime='2026-02-07T09:00:00Z'>7 Feb 2026</time>")) {
            assertThat(zone(told + other)).as(other).isEqualTo("Z");
            assertThat(day(told + other)).as(other).isEqualTo("2026-02-06");
        }
    }

    @Test
    void readsTheLastChangeInMicrodataAndInTimesThatSaySo() {
        for (String time : List.of(
                "<meta itemprop=dateModified content='2026-02-07T09:00:00Z'>",
                "<p itemprop=dateModified content='2026-02-07T09:00:00Z'>7 February</p>",
                "<time itemprop=dateModified datetime='2026-02-07T09:00:00Z'>7 February</time>",
                "<time class='entry-time updated' datetime='2026-02-07T09:00:00Z'>7 February</time>")) {
            assertThat(modified("<h1>News of the day</h1>" + time))
                    .as(time)
                    .isNotNull()
                    .extracting(Published::at)
                    .isEqualTo(Instant.parse("2026-02-07T09:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Published: March 4, 2026, 5:30 p.m.</p><p>Updated: March 5, 2026, 9:05 a.m.</p>",
                "<p>Veröffentlicht am 4. März 2026 um 17:30 Uhr, aktualisiert am Donnerstag, 5. März 2026, 9:05 Uhr</p>",
                "<p>Publié le 4 mars 2026 à 17h30 – Mis à jour le 5 mars 2026 à 9h05</p>",
                "<p>입력 2026.03.04 17:30 수정 2026.03.05 09:05</p>",
                "<p>By Ada Quist</p><p>Last updated Thu 5 March 2026, 09:05</p>"
            })
    void readsTheLastChangeThatReadersSee(String lines) {
        Published modified = modified("<h1>Lighthouse opens again</h1>" + lines);

        assertThat(modified).isNotNull();
        assertThat(modified.at()).isEqualTo(Instant.parse("2026-03-05T09:05:00Z"));
        assertThat(modified.source()).isEqualTo(PublishedSource.VISIBLE_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Updated rules for the harbour since 1 May 2026</p>",
                "<p>The council updated 5 March 2026 its rules for boats, which had been the same for decades.</p>",
                "<p>4 March 2026</p>",
                "<meta property=article:published_time content=2026-03-05T09:00:00Z><meta property=article:modified_time content=2026-03-04T09:00:00Z>",
                "<meta property=article:published_time content=2026-03-05T09:00:00Z><p>Updated 4 March 2026</p>"
            })
    void tellsNoChangeThatIsNoneOrBeforeThePublication(String lines) {
        assertThat(modified("<h1>Lighthouse opens again</h1>" + lines)).isNull();
    }

    @Test
    void aChangeOnTheDayOfPublicationIsOne() {
        Published modified = modified(
                "<meta property=article:published_time content=2026-03-05T09:00:00Z><h1>Lighthouse opens again</h1><p>Updated 5 March 2026</p>");

        assertThat(modified).isNotNull();
        assertThat(modified.dayOnly()).isTrue();
    }

    private static @Nullable Published modified(String html) {
        PageTree tree = tree(html);
        RawPage page = new RawPage("https://a.example/x", new byte[0], null, null, 200, FETCHED);
        Headline headline =
                TitleFinder.find(tree, LinkedData.NONE, SiteNames.of(tree.hints(), LinkedData.NONE, page.url()));
        Published published = PublishedFinder.find(tree, LinkedData.NONE, headline, page, Language.UNDETERMINED);
        return PublishedFinder.modified(tree, LinkedData.NONE, headline, page, Language.UNDETERMINED, published);
    }

    private static @Nullable String zone(String html) {
        Published published = published(html, "https://a.example/x");
        return published == null ? "no date" : published.zone();
    }

    @Test
    void doesNotTakeTheDayOfTheMenu() {
        Published published = published(
                "<nav><ul><li>Thursday, November 5, 2026</li></ul></nav>" + "<p>Menu entry</p>".repeat(8)
                        + "<h1>News of the day</h1><div>February 25, 2025</div><p>Text.</p>",
                "https://a.example/x");

        assertThat(published)
                .isNotNull()
                .extracting(found -> found.day().toString())
                .isEqualTo("2025-02-25");
    }

    @Test
    void readsMicrodataOfMetaElementsInAnyCase() {
        assertThat(day("<meta itemprop=datePublished content='2026-03-04'><h1>News of the day</h1>"))
                .isEqualTo("2026-03-04");
    }

    @Test
    void takesTheDayOnWhichAllOfThePageAgreesWhereNothingElseHasOne() {
        String footer = "<h1>News of the day</h1>" + "<p>Some text.</p>".repeat(20)
                + "<footer><time datetime=2026-03-04>x</time>%s</footer>";
        assertThat(day(footer.formatted("<div>4 March 2026</div>"))).isEqualTo("2026-03-04");
        assertThat(day(footer.formatted("<div>5 March 2026</div>"))).isEmpty();
        assertThat(day("<meta name=date content='2026-03-02'>" + footer.formatted("")))
                .isEqualTo("2026-03-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@graph':[{'@type':'WebSite','name':'The Courier'},{'@type':'WebPage','@id':'https://a.example/x#page','datePublished':'2026-03-04T10:00:00Z'}]}",
                "{'@graph':[{'@type':['WebPage','FAQPage'],'url':'/x/','datePublished':'2026-03-04'}]}",
                "{'@type':'WebPage','datePublished':'2026-03-04T10:00:00Z'}"
            })
    void believesThePageInJsonLdBeforeADateOfAnEmbeddedPost(String data) {
        String post =
                "<h1>News of the day</h1><p>Some text.</p><blockquote class=%s><p>Ferry aground!</p>Ada Quist (@ada) <time datetime=2026-02-01>February 1, 2026</time></blockquote>";
        String url = "https://a.example/x";
        assertThat(day(published(post.formatted("quote"), url, linked(data)))).isEqualTo("2026-03-04");
        assertThat(day(published(
                        post.formatted("quote"),
                        url,
                        linked(data.replace("x", "y")
                                .replace("'WebPage','datePublished'", "'CollectionPage','datePublished'")))))
                .isEqualTo("2026-02-01");
        assertThat(published("<h1>News of the day</h1>", "https://a.example/", linked(data)))
                .isNull();
        assertThat(day(published(
                        post.formatted("twitter-tweet") + "<div class=meta>4 March 2026</div>", url, LinkedData.NONE)))
                .isEqualTo("2026-03-04");
    }

    private static String day(@Nullable Published published) {
        return published == null ? "" : published.day().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<abbr class=published title='2026-03-04T10:00:00+01:00'>two days ago</abbr>",
                "<span class=x><abbr title='2026-03-04T09:00Z'>Wed</abbr></span>",
                "<abbr class='updated' title='2026-03-05T09:00Z'>today</abbr> <abbr class='published updated' title='2026-03-04'>4/3</abbr>",
                "<abbr class=dtstamp itemprop=datePublished title='2026-03-04T10:00:00+01:00'>Wednesday</abbr>",
                "<abbr class=entry-date title='4 March 2026, 10:00'>Wednesday</abbr>"
            })
    void readsTheDateInTheTitleOfAnAbbreviation(String abbreviation) {
        String html = "<h1>News of the day</h1><div class=meta>%s</div><p>Some text.</p>".formatted(abbreviation);
        assertThat(day(html)).isEqualTo("2026-03-04");
        assertThat(day("<h1>News of the day</h1><p><abbr title='Act of 4 March 2026'>The Act</abbr> is new.</p>"))
                .isEmpty();
    }

    @Test
    void readsTheTitleOfAnAbbreviationOfWholePages() {
        String html =
                "<h1>News of the day</h1><p class=meta><abbr class=published title='2026-03-04T10:00:00Z'>Wednesday</abbr></p>"
                        + "<p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday.</p>"
                        + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names.</p>";
        RawPage page = new RawPage(
                "https://a.example/x", html.getBytes(StandardCharsets.UTF_8), "text/html", "utf-8", 200, FETCHED);

        assertThat(new ArticleExtractor(ExtractionSettings.defaults()).extract(page))
                .isInstanceOfSatisfying(
                        Extraction.Content.class,
                        content -> assertThat(content.published())
                                .extracting(Published::at)
                                .isEqualTo(Instant.parse("2026-03-04T10:00:00Z")));
    }

    @Test
    void takesThePublicationAndNotTheUpdate() {
        assertThat(day("<h1>News of the day</h1><p>Updated: 5 March 2026</p><p>Published: 3 March 2026</p>"))
                .isEqualTo("2026-03-03");
        assertThat(
                        day(
                                "<h1>News of the day</h1><p class=date>Last updated 5 March 2026 · First published 3 March 2026</p>"))
                .isEqualTo("2026-03-03");
        assertThat(day("<h1>News of the day</h1><p>Updated: 5 March 2026</p>")).isEqualTo("2026-03-05");
    }

    @Test
    void looksForAPersonWhereOnlyTheSiteIsNamed() {
        String head = "<meta property=og:site_name content='The Courier'><meta name=author content='The Courier'>";
        assertThat(authors(head + "<h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a></p>"))
                .containsExactly("Ada Quist");
        assertThat(authors(head + "<h1>News of the day</h1><p>Some text.</p>")).containsExactly("The Courier");
    }

    @Test
    void knowsTheSiteByItsTitleWhereThePageDoesNotDeclareIt() {
        String byline = "<h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a></p>";
        String meta = "<title>News of the day - Observer of the Vale</title><meta name=author content='%s'>";
        assertThat(authors(meta.formatted("Observer of the Vale") + byline)).containsExactly("Ada Quist");
        assertThat(authors(meta.formatted("Ole Strand") + byline)).containsExactly("Ole Strand");
        assertThat(authors("<title>News of the day - Ole Strand</title><meta name=author content='Ole Strand'>"
                        + "<h1>News of the day</h1>"))
                .containsExactly("Ole Strand");
    }

    @Test
    void knowsTheSiteAsAnAuthorByItsHost() {
        assertThat(
                        authors(
                                "<meta name=author content='Courier Online'><h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a></p>"))
                .containsExactly("Ada Quist");
    }

    @Test
    void takesThePublisherForTheSiteToo() {
        String head = "<meta property=og:site_name content='Valemouth Observer'>";
        String data = "{'@type':'NewsArticle','author':{'name':'The Courier'},'publisher':{'name':'The Courier'}}";
        assertThat(authors(
                        head + "<h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a></p>", linked(data)))
                .containsExactly("Ada Quist");
    }

    @Test
    void takesAnAgencyWhereOnlyTheSiteIsNamed() {
        String head = "<meta property=og:site_name content='The Courier'><meta name=author content='The Courier'>";
        String data = "{'@type':'NewsArticle','author':{'@type':'Organization','name':'dpa'}}";
        assertThat(authors(head + "<h1>News of the day</h1>", linked(data))).containsExactly("dpa");
    }

    @Test
    void takesWhatThePageDeclaresWhereNobodyHasAName() {
        LinkedData handle = linked("{'@type':'BlogPosting','author':{'@type':'Person','name':'quistandstrand'}}");
        assertThat(authors("<h1>News of the day</h1>", handle)).containsExactly("quistandstrand");
        assertThat(authors("<h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a></p>", handle))
                .containsExactly("Ada Quist");
        assertThat(authors("<meta name=author content='Courier Staff'><h1>News of the day</h1>"))
                .containsExactly("Courier Staff");
        assertThat(authors("<meta name=author content=admin><h1>News of the day</h1>"))
                .isEmpty();
        assertThat(authors("<meta name=author content='4711'><h1>News of the day</h1>"))
                .isEmpty();
    }

    @Test
    void leavesOutWhoHelpedAsThePageShows() {
        LinkedData three = linked(
                "{'@type':'NewsArticle','author':[{'name':'Ada Quist'},{'name':'Ole Strand'},{'name':'Ina Farrow'}]}");
        assertThat(authors(
                        "<h1>News of the day</h1><p>By Ada Quist</p><p>Photography by Ole Strand</p><p>Some text.</p>",
                        three))
                .containsExactly("Ada Quist", "Ina Farrow");
        assertThat(authors(
                        "<h1>News of the day</h1><div>Contributions from</div><div>Ina Farrow</div><p>Some text.</p>",
                        three))
                .containsExactly("Ada Quist", "Ole Strand");
        assertThat(authors("<h1>News of the day</h1><p>Photos by Ada Quist</p>", three))
                .containsExactly("Ada Quist", "Ole Strand", "Ina Farrow");
    }

    @Test
    void addsWhomThePageShowsBesideTheOneThatIsToldToMachines() {
        LinkedData one = linked("{'@type':'NewsArticle','author':{'name':'Ole Strand'}}");
        String byline =
                "<h1>News of the day</h1><p>By <a rel=author href=/ada>Ada Quist</a> and <a rel=author href=/ole>Ole Strand</a></p>";
        assertThat(authors(byline, one)).containsExactly("Ada Quist", "Ole Strand");
        assertThat(authors(byline + "<p>Some text.</p><p>More:</p><p><a rel=author href=/ina>Ina Farrow</a></p>", one))
                .containsExactly("Ada Quist", "Ole Strand");
    }

    @Test
    void takesOrganisationsThatWroteItTogetherWithPeople() {
        assertThat(
                        authors(
                                "<meta property=og:site_name content='The Courier'><h1>News of the day</h1>",
                                linked(
                                        "{'@type':'NewsArticle','author':[{'@type':'Person','name':'Ada Quist'},{'@type':'Organization','name':'SDA'},{'@type':'Organization','name':'The Courier'}]}")))
                .containsExactly("Ada Quist", "SDA");
    }

    @Test
    void readsNamesOfABylineThatStandInElementsOfTheirOwn() {
        assertThat(
                        authors(
                                "<h1>News of the day</h1><div class=byline><div><span>Ada Quist</span> <span>Ole Strand</span></div></div>"))
                .containsExactly("Ada Quist", "Ole Strand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ნინო კვარაცხელია", "สมชาย ใจดี", "ประยงค์ จันทร์สว่างวงศ์", "रमेश शर्मा"})
    void aNameInAScriptWithoutCapitals(String name) {
        assertThat(authors("<h1>News of the day</h1><p class=author>" + name + "</p>"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=byline>Ada Quist<br>Staff Writer<br>March 4, 2026</p>",
                "<div class=author>Ada Quist<br>Harbour Correspondent</div>",
                "<p class=author>By Ada Quist<br>ada.quist@courier.example</p>"
            })
    void aBylineOfSeveralLines(String byline) {
        assertThat(authors("<h1>News of the day</h1>" + byline)).containsExactly("Ada Quist");
    }

    @Test
    void readsNamesOfABylineThatAWordJoinsOrThatHaveNoCapitals() {
        String byline = "<h1>News of the day</h1><p class=byline>%s</p>";
        assertThat(authors(byline.formatted("Ada Quist and Ole Strand"))).containsExactly("Ada Quist", "Ole Strand");
        assertThat(authors(byline.formatted("Ada Quist a.quist@courier.example")))
                .containsExactly("Ada Quist");
        assertThat(authors(byline.formatted("रमेश शर्मा"))).containsExactly("रमेश शर्मा");
        assertThat(authors(byline.formatted("أحمد المنصوري"))).containsExactly("أحمد المنصوري");
        assertThat(authors(byline.formatted("김민수 기자 | 입력 2026.03.04 09:15"))).containsExactly("김민수");
        assertThat(authors(byline.formatted("Harbour News, Pier Tickets, Fish Market")))
                .isEmpty();
    }

    @Test
    void readsANameBesideADateAndInAParagraphOfItsOwn() {
        assertThat(authors("<h1>News of the day</h1><p>Ada Quist | Senior Writer | March 5, 2026</p>"))
                .containsExactly("Ada Quist");
        String text = "<p>The harbour of Valemouth will be closed for a week, as the town said on Monday morning.</p>";
        assertThat(authors("<h1>News of the day</h1><p>ADA QUIST</p>" + text)).containsExactly("ADA QUIST");
        assertThat(authors("<h1>News of the day</h1>" + text + "<p>Ada Quist</p>" + text))
                .isEmpty();
    }

    @Test
    void readsABylineBelowTheFirstHeadingWhereTheHeadlineIsOnlyInTheHead() {
        assertThat(
                        authors(
                                "<meta property=og:title content='Pier closed'><h1>A walk along the shore of Valemouth</h1><p class=author>by Ada Quist</p>"))
                .containsExactly("Ada Quist");
    }

    @Test
    void readsMetaElementsWhoseEntitiesAreEscapedTwice() {
        PageHints hints =
                tree("<meta property=og:title content='Pier won&amp;rsquo;t close &amp;amp; stays'><p>Text.</p>")
                        .hints();

        assertThat(hints.meta("og:title")).isEqualTo("Pier won’t close & stays");
    }

    @Test
    void takesTheHandleOfALinkToTheAuthor() {
        assertThat(authors("<h1>News of the day</h1><p>by <a rel=author href=/u/7>quistandstrand</a></p>"))
                .containsExactly("quistandstrand");
    }

    @Test
    void readsPaywallsOfPartsAndAuthorsWithSeveralNames() {
        LinkedData data = LinkedData.read(
                List.of(
                        "{\"@type\":\"NewsArticle\",\"author\":{\"name\":[\"Ada Quist\",\"Ole Strand\"]},\"hasPart\":[{\"isAccessibleForFree\":false}]}"));

        assertThat(data.paywalled()).isTrue();
        assertThat(data.people()).containsExactly("Ada Quist", "Ole Strand");
    }

    @Test
    void givesTheDayThatThePageShowsForATimeInUtc() {
        String utc = "<meta property=article:published_time content='2026-03-05T03:22:07Z'><h1>News of the day</h1>";
        assertThat(day(utc + "<time datetime='2026-03-04T22:22:07-05:00'>4 March</time>"))
                .isEqualTo("2026-03-04");
        assertThat(day(utc + "<p>March 4, 2026 at 8:22 pm</p>")).isEqualTo("2026-03-04");
        assertThat(day(utc + "<p>March 4, 2026 at 8:39 pm</p>")).isEqualTo("2026-03-05");
        assertThat(day(utc)).isEqualTo("2026-03-05");
        String midnight =
                "<meta property=article:published_time content='2026-03-04T23:00:00Z'><h1>News of the day</h1>";
        assertThat(day(midnight + "<p>5 March 2026</p>")).isEqualTo("2026-03-05");
        assertThat(day(midnight + "<p>3 March 2026</p>")).isEqualTo("2026-03-04");
    }

    @Test
    void readsADateBesideTheHeadlineWhateverTheElementsAroundItClaim() {
        assertThat(day("<div class=related><h1>News of the day</h1><p>4 March 2026</p></div>"))
                .isEqualTo("2026-03-04");
        assertThat(day("<h1>News of the day</h1><div class=related><p>4 March 2026</p></div>"))
                .isEqualTo("2026-03-04");
        assertThat(day("<h1>News of the day</h1><p>5 March 2026</p><div class=related><p>4 March 2026</p></div>"))
                .isEqualTo("2026-03-05");
    }

    @Test
    void readsTheDayThatAParagraphBeginsWithWhereNothingElseHasOne() {
        String text =
                "The harbour of Valemouth will be closed for a whole week from Monday on, as the town said this morning after the storm, and all who have a boat there are asked to move it to the old pier.</p>";
        assertThat(day("<h1>News of the day</h1><p>4.3.2026 - " + text)).isEqualTo("2026-03-04");
        assertThat(day("<h1>News of the day</h1><p>4. März 2026. " + text)).isEqualTo("2026-03-04");
        assertThat(day("<h1>News of the day</h1><p>4. März 2026 was a Wednesday. " + text))
                .isEmpty();
    }

    private static String day(String html) {
        return day(published(html, "https://a.example/x"));
    }

    private static List<String> authors(String html) {
        return authors(html, LinkedData.NONE);
    }

    private static List<String> authors(String html, LinkedData data) {
        PageTree tree = tree(html);
        SiteNames site = SiteNames.of(tree.hints(), data, "https://courier.example/x");
        return AuthorFinder.find(tree, data, TitleFinder.find(tree, data, site), site, "https://courier.example/x");
    }

    private static LinkedData linked(String json) {
        return LinkedData.read(List.of(json.replace('\'', '"')));
    }

    @Test
    void takesTheVisibleHeadlineAndNotTheSearchTitle() {
        PageTree tree = tree(
                "<title>Pier closure explained: news | The Courier</title><meta property=og:title content='Town to close pier next spring'><h1>The Courier</h1><h1>Town to close its pier next spring</h1>");

        assertThat(TitleFinder.find(
                                tree,
                                LinkedData.NONE,
                                SiteNames.of(tree.hints(), LinkedData.NONE, "https://courier.example/a"))
                        .text())
                .isEqualTo("Town to close its pier next spring");
    }

    @Test
    void takesTheOnlyHeadingWhereThePageShowsNothingOfWhatItsHeadSays() {
        String search = "Valemouth pier closure: dates, detours and ferry times";
        PageTree tree = tree(
                "<title>" + search + " | The Courier</title><meta property=og:title content='" + search
                        + "'><h1>Salt has eaten six of nine piles</h1><p>Divers found on Monday that the pier stands on three piles, and the harbour office closed it.</p>");

        assertThat(TitleFinder.find(
                        tree,
                        headline("NewsArticle", search),
                        SiteNames.of(tree.hints(), headline("NewsArticle", search), "https://courier.example/a")))
                .isEqualTo(new Headline("Salt has eaten six of nine piles", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><h1>We value your privacy</h1><p>We and our partners use cookies to store and read personal data on your device, with your consent.</p></div>",
                "<h1>News from the valley</h1><h2>Salt eats the piles</h2><p>Divers found on Monday that the pier stands on three piles, and the office closed it.</p>",
                "<p>Divers found on Monday that the pier stands on three piles, and the harbour office closed it.</p><h1>Sign up for our daily letter</h1>"
            })
    void takesWhatTheHeadSaysWhereTheOnlyHeadingIsNotAboveTheText(String body) {
        String said = "Pier of Valemouth rests on three piles";
        PageTree tree = tree("<title>" + said + "</title><meta property=og:title content='" + said + "'>" + body);

        assertThat(TitleFinder.find(
                                tree,
                                headline("NewsArticle", said),
                                SiteNames.of(tree.hints(), headline("NewsArticle", said), "https://courier.example/a"))
                        .text())
                .isEqualTo(said);
    }

    @Test
    void takesWhatTheHeadSaysWhereTheOnlyHeadingIsNoHeadline() {
        String said = "Salt has eaten six of nine piles";

        assertThat(title("<h1>Local</h1><p>Text.</p>", said)).isEqualTo(said);
        assertThat(title("<h1>All that moves Valemouth</h1><div>" + said + "</div>", said))
                .isEqualTo(said);
        assertThat(title("<div class=related><h1>More from the harbour</h1></div>", said))
                .isEqualTo(said);
        assertThat(title("<h1>More from the harbour</h1><h1>All that moves Valemouth</h1>", said))
                .isEqualTo(said);
    }

    @Test
    void takesThePublishersWordingOfANewsArticleThatTheHeadSaysTwice() {
        String said = "Valemouth: Ferry strikes a sandbank";
        PageTree tree = tree("<meta property=og:title content='" + said + "'><h1>Ferry strikes a sandbank</h1>");

        assertThat(TitleFinder.find(
                        tree,
                        headline("NewsArticle", said),
                        SiteNames.of(tree.hints(), headline("NewsArticle", said), "https://courier.example/a")))
                .isEqualTo(new Headline(said, 0));
        assertThat(TitleFinder.find(
                                tree,
                                headline("BlogPosting", said),
                                SiteNames.of(tree.hints(), headline("BlogPosting", said), "https://courier.example/a"))
                        .text())
                .isEqualTo("Ferry strikes a sandbank");
        assertThat(TitleFinder.find(
                                tree,
                                headline("NewsArticle", "Sandbank: Ferry stuck"),
                                SiteNames.of(
                                        tree.hints(),
                                        headline("NewsArticle", "Sandbank: Ferry stuck"),
                                        "https://courier.example/a"))
                        .text())
                .isEqualTo("Ferry strikes a sandbank");
    }

    @Test
    void joinsTheLinesOfAHeadingThatTheHeadSaysAsOne() {
        String heading = "<h1><div>In the fog</div><div>What the captains of Valemouth fear</div></h1>";

        assertThat(title(heading, "In the fog: What the captains of Valemouth fear"))
                .isEqualTo("In the fog: What the captains of Valemouth fear");
        assertThat(title(heading, "What the captains of Valemouth fear"))
                .isEqualTo("What the captains of Valemouth fear");
        assertThat(title(heading, "In the fog | What the captains of Valemouth fear"))
                .isEqualTo("What the captains of Valemouth fear");
    }

    @Test
    void takesALiveBlogForTheArticleAndNotItsEntries() {
        LinkedData data = LinkedData.read(List.of(
                "{'@type':'LiveBlogPosting','headline':'Storm over Valemouth','liveBlogUpdate':[{'@type':'BlogPosting','headline':'Bridge shut','articleBody':'Since nine.','datePublished':'2026-09-01','author':'A'}]}"
                        .replace('\'', '"')));

        assertThat(data.headline()).isEqualTo("Storm over Valemouth");
        assertThat(data.type()).isEqualTo("LiveBlogPosting");
    }

    private static String title(String body, String social) {
        PageTree tree = tree("<meta property=og:title content='" + social + "'>" + body);
        return TitleFinder.find(
                        tree, LinkedData.NONE, SiteNames.of(tree.hints(), LinkedData.NONE, "https://courier.example/a"))
                .text();
    }

    private static LinkedData headline(String type, String headline) {
        return LinkedData.read(
                List.of("{'@type':'%s','headline':'%s'}".replace('\'', '"').formatted(type, headline)));
    }

    @Test
    void cutsTheSiteOffTheTitle() {
        PageHints hints =
                tree("<meta property=og:site_name content='The Courier'>").hints();
        SiteNames courier = SiteNames.of(hints, LinkedData.NONE, "https://news.example/a");
        assertThat(TitleFinder.withoutSite("Town to close its pier | News | The Courier", courier))
                .isEqualTo("Town to close its pier | News");
        assertThat(TitleFinder.withoutSite("Town to close its last pier - The Courier", SiteNames.NONE))
                .isEqualTo("Town to close its last pier");
        assertThat(TitleFinder.withoutSite("Live: a re-run of the vote", SiteNames.NONE))
                .isEqualTo("Live: a re-run of the vote");
    }

    @Test
    void knowsTheSiteByItsHost() {
        SiteNames gazette = SiteNames.of(new PageHints(), LinkedData.NONE, "https://www.moor-gazette.co.uk/a");

        assertThat(TitleFinder.withoutSite("The Moor Gazette Online: Mart: lambs dearer", gazette))
                .isEqualTo("Mart: lambs dearer");
        assertThat(gazette.hold("Moor Gazette")).isTrue();
        assertThat(gazette.hold("Moor Gazette wins a prize for its crossword")).isFalse();
    }

    @Test
    void believesACanonicalUrlOfTheSameSiteOnly() {
        assertThat(canonical("https://www.news.co.uk/a")).isEqualTo("https://www.news.co.uk/a");
        assertThat(canonical("/a?b=c")).isEqualTo("https://m.news.co.uk/a?b=c");
        assertThat(canonical("https://other.co.uk/a")).isNull();
        assertThat(canonical("https://www.news.co.uk/")).isNull();
        assertThat(canonical("javascript:void(0)")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'alternate canonical'", "'canonical\n nofollow'", "' CANONICAL '"})
    void readsACanonicalUrlAmongOtherRelations(String rel) {
        assertThat(canonicalOf("<link rel=" + rel + " href=/a>")).isEqualTo("https://m.news.co.uk/a");
        assertThat(canonicalOf("<link rel='canonical-wanted alternate' href=/a>"))
                .isNull();
    }

    private static @Nullable String canonical(String declared) {
        return canonicalOf("<link rel=canonical href='" + declared + "'>");
    }

    private static @Nullable String canonicalOf(String head) {
        return PageUrls.canonical(tree(head).hints(), "https://m.news.co.uk/a/amp");
    }

    private static @Nullable Published published(String html, String url) {
        return published(html, url, LinkedData.NONE);
    }

    private static @Nullable Published published(String html, String url, LinkedData data) {
        PageTree tree = tree(html);
        RawPage page = new RawPage(url, html.getBytes(StandardCharsets.UTF_8), null, null, 200, FETCHED);
        return PublishedFinder.find(
                tree,
                data,
                TitleFinder.find(tree, data, SiteNames.of(tree.hints(), data, url)),
                page,
                Language.UNDETERMINED);
    }

    private static PageTree tree(String html) {
        return PageTrees.of(html);
    }
}
