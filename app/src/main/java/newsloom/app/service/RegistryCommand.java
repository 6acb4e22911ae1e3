package newsloom.app.service;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import newsloom.app.ExitCodes;
import newsloom.app.StopSignal;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.local.LocalRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsloom registry}: the small schema registry as a process of its own. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description =
                "Runs a small schema registry that keeps its schemas in the cluster's _schemas topic. One at a time on a cluster.",
        footerHeading = "%nExample:%n",
        footer = "  newsloom registry --bootstrap-servers kafka-1:9092 --host 0.0.0.0")
public final class RegistryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8081",
            converter = Limits.Port.class,
            description = "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
    private int port = 8081;

    @Override
    public Integer call() {
        var err = (spec == null ? new CommandLine(this) : spec.commandLine()).getErr();
        try (var stop = new StopSignal();
                var registry = LocalRegistry.start(cluster.client(), host, port)) {
            err.println("registry runs on " + registry.url());
            waitForSignal();
        }
        return ExitCodes.OK;
    }

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return; // told to stop
        }
    }
}
