package newsloom.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import newsloom.contract.v1.Page;
import newsloom.testing.Pages;

/**
 * A folder of five pages with a known answer: two reports of one happening by two sites, a copy of the first by a third, an article on something else, and an address
 * that is not there.
 */
public final class SamplePages {
    private static final Instant MORNING = Instant.parse("2026-09-07T08:00:00Z");

    private SamplePages() {}

    /** Writes the pages with their side-cars. */
    public static void writeTo(Path folder) throws IOException {
        var report = Pages.article(
                "https://harbourpost.example/quay-fire",
                MORNING,
                "Fire destroys warehouse on Varnby's old quay",
                "A fire that broke out shortly after midnight destroyed a timber warehouse on the old quay of Varnby on Monday, and sent"
                        + " thick smoke over the harbour district until dawn.",
                "Harbour fire chief Ilse Marrowick said 64 firefighters fought the flames for six hours. \"We saved the grain silos by"
                        + " metres,\" Marrowick told reporters at the scene, where two of her crew were treated for smoke inhalation.",
                "The warehouse, owned by the timber merchant Pellworth & Daughters, had stood since 1911. The company said 3,200 cubic metres"
                        + " of sawn oak were lost and put the damage at 4.1 million crowns.",
                "Police closed the Tannery Bridge and asked residents of Ropewalk Street to keep their windows shut. The cause of the fire is"
                        + " not known; investigators will enter the ruin on Tuesday.");
        var second = Pages.article(
                "https://nordkurier.example/varnby-warehouse",
                MORNING.plusSeconds(1800),
                "Varnby harbour blaze: 64 firefighters save grain silos",
                "Residents of Ropewalk Street in Varnby spent Monday behind closed windows after a timber warehouse on the old quay burned"
                        + " down during the night.",
                "\"We saved the grain silos by metres,\" fire chief Ilse Marrowick said. Her 64 firefighters needed six hours to bring the"
                        + " blaze under control; two of them breathed in smoke and were taken to hospital.",
                "Pellworth & Daughters, the timber merchant that owns the building from 1911, spoke of damage of 4.1 million crowns. Some"
                        + " 3,200 cubic metres of oak burned, a spokeswoman said.",
                "The Tannery Bridge stays closed for now. What set the warehouse alight is a question for the investigators, who cannot go in"
                        + " before Tuesday.");
        var other = Pages.article(
                "https://nordkurier.example/chess",
                MORNING.plusSeconds(3600),
                "Schoolgirl from Ostlund wins national chess title",
                "Fourteen-year-old Mira Tevanko of Ostlund has become the youngest national chess champion, beating grandmaster Aldo Brink"
                        + " in the last round of the tournament in Kessel.",
                "Tevanko needed 71 moves in an endgame of rook and two pawns. \"I did not sleep at all,\" she said with the cup under her arm.",
                "Her trainer, Petra Sondheim, said the girl had studied the same endgame for three weeks. The federation will send Tevanko to"
                        + " the youth olympiad in spring, where she meets players up to four years older than she is.");
        write(folder, "a-report.html", report);
        write(folder, "b-copy.html", at(report, "https://citizen.example/news/fire-varnby", MORNING.plusSeconds(600)));
        write(folder, "c-second.html", second);
        write(folder, "d-other.html", other);
        write(folder, "e-missing.html", Pages.notFound("https://citizen.example/gone", MORNING.plusSeconds(7200)));
    }

    private static Page at(Page page, String url, Instant fetched) {
        return Page.newBuilder(page).setUrl(url).setFetchTime(fetched).build();
    }

    private static void write(Path folder, String name, Page page) throws IOException {
        Files.writeString(
                folder.resolve(name),
                StandardCharsets.UTF_8.decode(page.getBody().duplicate()));
        var sideCar =
                Map.of("url", page.getUrl(), "fetched_at", page.getFetchTime().toString(), "status", page.getStatus());
        new ObjectMapper().writeValue(folder.resolve(name + ".json").toFile(), sideCar);
    }
}
