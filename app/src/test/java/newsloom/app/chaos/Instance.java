package newsloom.app.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import newsloom.app.process.Child;
import newsloom.contract.Topics;

/** One instance of a service, started again under the same name as often as is asked. */
final class Instance implements AutoCloseable {
    /** Which service. */
    enum Kind {
        CLEANER,
        AGGREGATOR;

        String command() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its consumer group. */
        String group() {
            return "newsloom-" + command();
        }

        private Set<String> inputs() {
            return switch (this) {
                case CLEANER -> Set.of(Topics.PAGES.name());
                case AGGREGATOR -> Set.of(Topics.ARTICLES.name(), Topics.DUPLICATES.name());
            };
        }

        /** Whether it reads this topic: one of its inputs, or one between two steps of its own. */
        boolean reads(String topic) {
            return inputs().contains(topic) || isBetweenSteps(topic);
        }

        /** Whether one step of it writes this topic for the next one. */
        boolean isBetweenSteps(String topic) {
            return topic.startsWith(group() + "-") && topic.endsWith("-repartition");
        }
    }

    private final Kind kind;
    private final int number;
    private final String name;
    private final Path folder;
    private final Cluster cluster;
    private final List<String> options;
    private Child process;
    private int restarts;

    Instance(Kind kind, int number, Path folder, Cluster cluster, List<String> options) {
        this.kind = kind;
        this.number = number;
        this.name = kind.command() + "-" + number;
        this.folder = folder;
        this.cluster = cluster;
        this.options = List.copyOf(options);
    }

    /** Its clients come by the links that can be cut. */
    void start() {
        var arguments = new ArrayList<>(List.of(
                kind.command(),
                "-b",
                cluster.clientAddresses(),
                "--schema-registry",
                cluster.registryUrl(),
                "--state",
                state().toString(),
                "--instance-id",
                name,
                "--threads",
                "1",
                "--health-port",
                "0"));
        arguments.addAll(options);
        if (options.contains("--production")) {
            arguments.addAll(List.of("--rack", rack()));
        }
        process = Child.newsloom(log(), "512m", arguments);
    }

    /** Starts it when it is not there, as whoever runs services does. */
    void startWhereDead() {
        if (process == null || !process.running()) {
            start();
            restarts++;
        }
    }

    /** How often it was started again. */
    int restarts() {
        return restarts;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** The first and the third stand on the same one. */
    String rack() {
        return number % 2 == 1 ? "north" : "south";
    }

    Child process() {
        return process;
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    Path state() {
        return folder.resolve("state-" + name);
    }

    /** What it shows an operator; empty while it does not answer. */
    Optional<Meters> meters() {
        return Meters.of(log());
    }

    boolean isMember() {
        return cluster.bystander().members(kind.group()).stream().anyMatch(member -> member.startsWith(name + "-"));
    }

    void deleteState() {
        try (var files = Files.walk(state())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
