package newsloom.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the layout promises: who may know whom, and where the outside world comes in. */
class ArchitectureTest {
    private static final String[] PURE = {
        "newsloom.text..",
        "newsloom.cleaner.extract..",
        "newsloom.cleaner.site..",
        "newsloom.cleaner.dedupe..",
        "newsloom.aggregator.story.."
    };

    /** The steps of the extraction, in the order in which they build on one another. */
    private static final List<String> EXTRACTION =
            List.of("decode", "words", "date", "page", "notice", "metadata", "feature", "select", "verdict");

    /** The same of the stories. */
    private static final List<String> STORIES = List.of("sketch", "state", "compare", "decide", "view");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("newsloom");

    @Test
    void servicesDoNotKnowEachOther() {
        slices().matching("newsloom.(ingest|cleaner|aggregator)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void dependenciesRunOneWay() {
        noClasses()
                .that()
                .resideInAPackage("newsloom.contract..")
                .should()
                .dependOnClassesThat(resideInAPackage("newsloom..").and(not(resideInAPackage("newsloom.contract.."))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("newsloom.text..")
                .should()
                .dependOnClassesThat(resideInAPackage("newsloom..").and(not(resideInAPackage("newsloom.text.."))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("newsloom.runtime..")
                .should()
                .dependOnClassesThat(resideInAPackage("newsloom..")
                        .and(not(resideInAnyPackage("newsloom.runtime..", "newsloom.contract.."))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("newsloom.app..")
                .should()
                .dependOnClassesThat(resideInAPackage("newsloom.app.."))
                .check(CLASSES);
    }

    @Test
    void stepsKnowOnlyTheStepsBeforeThem() {
        stepsRunOneWay("newsloom.cleaner.extract", EXTRACTION);
        stepsRunOneWay("newsloom.aggregator.story", STORIES);
    }

    private static void stepsRunOneWay(String whole, List<String> steps) {
        for (int step = 0; step < steps.size(); step++) {
            Stream<String> later =
                    steps.subList(step + 1, steps.size()).stream().map(name -> whole + "." + name);
            noClasses()
                    .that()
                    .resideInAPackage(whole + "." + steps.get(step))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(Stream.of(whole), later).toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void decisionsKnowNoKafkaAndNoLogger() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.slf4j..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void decisionsReadNoClock() {
        var rule = noClasses().that().resideInAnyPackage(PURE).should().callMethod(System.class, "currentTimeMillis");
        rule.orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void nobodyButTheEdgesReadsTheTimeOfDay() {
        noClasses()
                .that()
                .resideOutsideOfPackages("newsloom.runtime..", "newsloom.app..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassKnowsTheInsideOfTheBroker() {
        noClasses()
                .that()
                .resideOutsideOfPackages("newsloom.local..", "newsloom.app.tools..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..")
                .check(CLASSES);
    }

    @Test
    void packagesSayWhatTheyKnow() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..")
                .check(CLASSES);
        classes()
                .that()
                .areRecords()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .check(CLASSES);
    }
}
