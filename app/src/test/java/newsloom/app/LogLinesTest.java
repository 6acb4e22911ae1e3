package newsloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of log lines that ships. */
class LogLinesTest {
    private static final String HOSTILE = "title \u001b[2J\u202e\u009b31m end\r\n12:00:00.000 ERROR forged";

    private Logger logger;
    private ConsoleAppender<ILoggingEvent> appender;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void configure() throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(Newsloom.class.getResource("/logback.xml")));
        logger = context.getLogger("newsloom.app.Some");
        appender = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
    }

    private String line(String message, @Nullable Throwable error) {
        var event = new LoggingEvent("", logger, Level.WARN, message, error, null);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void whatAPageSaysNeitherSteersTheTerminalNorBeginsALine() {
        String line = line(HOSTILE, null);

        assertThat(line.lines()).hasSize(1);
        assertThat(line).endsWith("newsloom.app.Some - title  [2J 31m end 12:00:00.000 ERROR forged\n");
    }

    @Test
    void norDoesWhatAnExceptionQuotes() {
        var cause = new IllegalStateException("\u001b]0;" + HOSTILE);
        String line = line("failed", new IllegalArgumentException(HOSTILE, cause));

        assertThat(line.chars().filter(c -> c != '\n' && c != '\t')).noneMatch(Character::isISOControl);
        assertThat(line.lines().skip(1))
                .allMatch(one -> one.startsWith("\t")
                        || one.startsWith("Caused by: ")
                        || one.startsWith("java.lang.IllegalArgumentException: title"));
        assertThat(line).contains("\tat " + LogLinesTest.class.getName(), "Caused by: java.lang.IllegalState");
    }

    @Test
    void anOrdinaryLineIsLeftAlone() {
        assertThat(line("über 5 €, done", null)).endsWith(" WARN  newsloom.app.Some - über 5 €, done\n");
    }
}
