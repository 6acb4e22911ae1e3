package newsloom.contract.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://www.example.com/a, example.com",
        "https://news.sport.example.com/a, example.com",
        "https://news.example.co.uk/a, example.co.uk",
        "https://harbour.example/a, harbour.example",
        "https://www.harbour.example/a, harbour.example",
        "https://one.blogspot.com/a, one.blogspot.com",
        "https://two.github.io/a, two.github.io",
        "https://www.gov.uk/a, www.gov.uk",
        "https://WWW.MÜLLER.DE/a, xn--mller-kva.de",
        "https://новости.рф/a, xn--b1amnebsh.xn--p1ai",
        "http://localhost:8000/a, localhost",
        "http://192.0.2.7/a, 192.0.2.7",
        "http://[2001:db8::1]/a, [2001:db8::1]",
        "example.com/a, example.com",
        "file:///data/a.html, file",
        "not a url, unknown",
        "mailto:desk@example.com, unknown",
        "'', unknown",
    })
    void namesTheRegistrableDomain(String url, String site) {
        assertThat(Sites.of(url)).isEqualTo(site);
    }

    @Test
    void aHostThatIsTooLongForOneIsNoSite() {
        String host = "harbour.".repeat(100) + "example";
        assertThat(Sites.of("https://" + host + "/a")).isEqualTo(Sites.UNKNOWN);
    }
}
