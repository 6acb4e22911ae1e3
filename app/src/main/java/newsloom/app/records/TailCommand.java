package newsloom.app.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsloom tail TOPIC}: committed records as they come, decoded. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints the committed records of a topic as they come, Avro decoded; Ctrl-C ends it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom tail news.stories.v1",
            "  newsloom tail news.articles.v1 --from-beginning -n 10 --json | jq -r .value.title"
        })
public final class TailCommand implements Callable<Integer> {
    private static final int SHORT_LINE = 240;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "TOPIC", description = "Name of the topic.")
    private String topic = "";

    @Option(names = "--json", description = "A JSON object a line: key, value, timestamp, headers.")
    private boolean json;

    @Option(names = "--from-beginning", description = "Begin with the oldest record instead of the next.")
    private boolean fromBeginning;

    @Option(
            names = {"-n", "--max-records"},
            paramLabel = "N",
            converter = Limits.Count.class,
            description = "End after so many records.")
    private @Nullable Long limit;

    private long printed;

    @Override
    public Integer call() {
        var decoder = new RecordJson(cluster.registry());
        try (var reader = new TopicReader(cluster.client())) {
            reader.follow(topic, fromBeginning, record -> print(record, decoder));
        }
        return ExitCodes.OK;
    }

    /** False when enough is printed, or nobody reads any more. */
    private boolean print(ConsumerRecord<byte[], byte[]> record, RecordJson decoder) {
        var out = (spec == null ? new CommandLine(this) : spec.commandLine()).getOut();
        var object = decoder.of(record);
        out.println(json ? object.toString() : line(object));
        printed++;
        return !out.checkError() && (limit == null || printed < limit);
    }

    private static String line(ObjectNode object) {
        var line = object.get("timestamp").asText() + "  " + object.get("key").asText() + "  " + object.get("value");
        return line.length() <= SHORT_LINE ? line : line.substring(0, SHORT_LINE) + "…";
    }
}
