package newsloom.app.topics;

import java.util.List;
import java.util.concurrent.ExecutionException;
import newsloom.app.ExitCodes;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.contract.TopicCheck;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code newsloom topics create|check}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates or checks the public topics of a cluster.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom topics create --bootstrap-servers kafka-1:9092 --partitions 12 --replication-factor 3",
            "  newsloom topics check --bootstrap-servers kafka-1:9092"
        })
public final class TopicsCommand implements Runnable {
    private static final short BROKER_DEFAULT = -1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(line(), "create or check?");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Creates the topics that are missing, then checks all of them. Topics that are there stay as they are.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom topics create --partitions 12 --replication-factor 3")
    int create(
            @Mixin ClusterOptions target,
            @Option(
                            names = "--partitions",
                            paramLabel = "N",
                            defaultValue = "6",
                            converter = Limits.Partitions.class,
                            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
                    int partitions,
            @Option(
                            names = "--replication-factor",
                            paramLabel = "N",
                            converter = Limits.Replicas.class,
                            description = "Copies of each partition (default: the broker's).")
                    @Nullable
                    Short replicas)
            throws ExecutionException, InterruptedException {
        var wanted = Topics.newTopics(partitions, replicas == null ? BROKER_DEFAULT : replicas);
        try (var admin = Admin.create(target.client())) {
            new TopicCreation(admin)
                    .create(wanted)
                    .forEach(name -> line().getOut().println("created " + name));
            return report(admin, wanted);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Says which topics are missing or have other settings than they need; exit code 1 when there are any.",
            footerHeading = "%nExample:%n",
            footer = "  newsloom topics check --bootstrap-servers kafka-1:9092")
    int check(@Mixin ClusterOptions target) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(target.client())) {
            return report(admin, Topics.newTopics(1, (short) 1));
        }
    }

    private int report(Admin admin, List<NewTopic> wanted) throws ExecutionException, InterruptedException {
        var differences = TopicCheck.differences(wanted, TopicCheck.existing(admin, wanted));
        differences.forEach(difference -> line().getErr().println(difference));
        if (differences.isEmpty()) {
            line().getOut().println("All " + wanted.size() + " topics are as they must be.");
        }
        return differences.isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private CommandLine line() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }
}
