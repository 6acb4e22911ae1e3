package newsloom.app.deadletters;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newsloom.app.ExitCodes;
import newsloom.app.LogLevels;
import newsloom.app.records.RecordJson;
import newsloom.app.settings.ClusterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code newsloom dlq ls|show|replay|drop}. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description =
                "Dead letters: records that could not be read or on which a step failed. Lists them, shows them, sends them back, or notes them as done with.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom dlq ls",
            "  newsloom dlq show 0:17",
            "  newsloom dlq replay --topic news.pages.v1 --exception SerializationException",
            "  newsloom dlq drop 0:17 2:5",
            "",
            "Which letters are done with stands in the offsets of the group " + DeadLetterBox.GROUP
                    + "; its lag is what is open."
        })
public final class DlqCommand implements Runnable {
    private static final int SHORT_MESSAGE = 120;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(line(), "ls, show, replay or drop?");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists open dead letters: position, time, where they were read, key, exception.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom dlq ls --exception timeout --since 2026-09-07T08:00:00Z")
    int ls(
            @Mixin ClusterOptions cluster,
            @Mixin Selection selection,
            @Option(names = "--done", description = "Also those that were replayed or dropped.") boolean done)
            throws InterruptedException {
        LogLevels.quietClients();
        try (var box = new DeadLetterBox(cluster.client())) {
            var counts = new long[2];
            box.forEach(box.handled(), (letter, isDone) -> {
                counts[isDone ? 1 : 0]++;
                if (selection.includes(letter) && (done || !isDone)) {
                    out().println(line(letter) + (isDone ? "   (done)" : ""));
                }
            });
            err().println(counts[0] + " dead letters open, " + counts[1] + " done with");
        }
        return ExitCodes.OK;
    }

    private static String line(Letter letter) {
        var message = letter.message().lines().findFirst().orElse("");
        return "%-8s %s  %s  %s  %s: %s"
                .formatted(
                        letter.position(),
                        letter.time(),
                        letter.source(),
                        letter.key(),
                        letter.exception().substring(letter.exception().lastIndexOf('.') + 1),
                        message.length() <= SHORT_MESSAGE ? message : message.substring(0, SHORT_MESSAGE) + "…");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Shows dead letters whole, a JSON object each: key, value (Avro decoded where it can be), headers with the stack trace.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom dlq show 0:17 | jq -r '.headers.\"__streams.errors.stacktrace\"'")
    int show(@Mixin ClusterOptions cluster, @Mixin Selection selection) throws InterruptedException {
        LogLevels.quietClients();
        var json = new RecordJson(cluster.registry());
        var found = new ArrayList<Position>();
        try (var box = new DeadLetterBox(cluster.client())) {
            box.forEach(box.handled(), (letter, done) -> {
                if (selection.includes(letter)) {
                    found.add(letter.position());
                    out().println(json.of(letter.record())
                            .put("position", letter.position().toString())
                            .toPrettyString());
                }
            });
        }
        return toldMissing(selection.missingFrom(found));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Sends open dead letters back to the topic and partition they were read from, once each, and notes them as done with. What fails again comes back as a new letter.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom dlq replay --topic news.pages.v1")
    int replay(@Mixin ClusterOptions cluster, @Mixin Selection selection, @Mixin Scope scope)
            throws InterruptedException {
        return dispatch(cluster, selection, scope, true);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Notes open dead letters as done with. They stay in the topic until its retention ends.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom dlq drop --until 2026-09-01T00:00:00Z")
    int drop(@Mixin ClusterOptions cluster, @Mixin Selection selection, @Mixin Scope scope)
            throws InterruptedException {
        return dispatch(cluster, selection, scope, false);
    }

    private int dispatch(ClusterOptions cluster, Selection selection, Scope scope, boolean replay)
            throws InterruptedException {
        if (selection.everything() && !scope.all()) {
            throw new ParameterException(line(), "Which dead letters? Give positions, a filter, or --all.");
        }
        LogLevels.quietClients();
        var dispatching = new Dispatching(selection, replay);
        var found = scope.dryRun() ? dispatching.count(cluster) : dispatching.run(cluster);
        var what = replay ? "replayed " : "dropped ";
        err().println((scope.dryRun() ? "would have " + what : what) + found.size() + " dead letters");
        for (var letter : dispatching.cut()) {
            err().println("not replayed: " + letter.position() + " was too large to be kept whole (" + letter.cut()
                    + " bytes): drop it, and send it anew from where it came from");
        }
        for (var letter : dispatching.tooLarge()) {
            err().println("not replayed: " + letter.position() + ", " + letter.size() + " bytes, is larger than "
                    + letter.topic() + " takes (max.message.bytes): raise that, or drop it");
        }
        var refused = Stream.concat(dispatching.cut().stream(), dispatching.tooLarge().stream())
                .map(Letter::position)
                .toList();
        var seen = Stream.concat(found.stream(), refused.stream()).toList();
        int code = toldMissing(selection.missingFrom(seen));
        return refused.isEmpty() ? code : ExitCodes.FAILED;
    }

    private int toldMissing(List<Position> missing) {
        missing.forEach(position -> err().println("no open dead letter at " + position));
        return missing.isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private PrintWriter out() {
        return line().getOut();
    }

    private PrintWriter err() {
        return line().getErr();
    }

    private CommandLine line() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }

    /** How much is meant, and whether it is meant. */
    static final class Scope {
        @Option(names = "--all", description = "Every open dead letter.")
        private boolean all;

        @Option(names = "--dry-run", description = "Only count.")
        private boolean dryRun;

        boolean all() {
            return all;
        }

        boolean dryRun() {
            return dryRun;
        }
    }
}
