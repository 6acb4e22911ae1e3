package newsloom.app.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.app.chaos.Instance.Kind;

/** What can go wrong. Each strikes while pages flow, waits until it has had its effect, and mends what would not mend by itself. */
enum Fault {
    KILL_CLEANER("kill -9 of a cleaner") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            scene.instance("cleaner-" + oneOrTwo(random)).process().kill();
        }
    },
    KILL_AGGREGATOR("kill -9 of an aggregator") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            scene.instance("aggregator-" + oneOrTwo(random)).process().kill();
        }
    },
    LOSE_CLEANER("kill -9 of one of three cleaners, for good") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            lose(Kind.CLEANER, scene, random);
        }

        @Override
        void mend(Scene scene) throws InterruptedException {
            backToTwo(Kind.CLEANER, scene);
        }
    },
    LOSE_AGGREGATOR("kill -9 of one of three aggregators, for good") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            lose(Kind.AGGREGATOR, scene, random);
        }

        @Override
        void mend(Scene scene) throws InterruptedException {
            backToTwo(Kind.AGGREGATOR, scene);
        }
    },
    KILL_INGEST("kill -9 of ingest") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            scene.sending().process().kill();
        }
    },
    KILL_BROKER("kill -9 of a broker") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            var node = scene.cluster().nodes().get(random.nextInt(3));
            node.process().kill();
            scene.await(
                    "the cluster has noticed",
                    () -> !scene.cluster().bystander().brokers().contains(node.id()));
            node.start();
            scene.cluster().awaitBrokers(3);
        }
    },
    KILL_SERVICES("kill -9 of all services") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            for (var instance : scene.instances()) {
                instance.process().kill();
            }
        }
    },
    KILL_EVERYTHING("kill -9 of everything, brokers and registry included") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            for (var node : scene.cluster().nodes()) {
                node.process().kill();
            }
            scene.cluster().registry().kill();
            for (var instance : scene.instances()) {
                instance.process().kill();
            }
            scene.cluster().nodes().forEach(BrokerNode::start);
            scene.cluster().awaitBrokers(3);
            scene.cluster().startRegistry();
        }
    },
    KILL_REGISTRY("kill -9 of the registry") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            scene.cluster().registry().kill();
            scene.instance("cleaner-" + oneOrTwo(random)).process().kill();
            scene.cluster().startRegistry();
        }
    },
    ZOMBIE("SIGSTOP of a cleaner until its place is taken, then SIGCONT") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            var zombie = scene.instance("cleaner-" + oneOrTwo(random));
            zombie.process().pause();
            try {
                scene.await("the group goes on without it", () -> !zombie.isMember());
            } finally {
                zombie.process().resume();
            }
        }
    },
    CUT_CLIENTS("network cut between services and brokers, until the group has lost a member") {
        @Override
        void strike(Scene scene, Random random) {
            scene.cluster().nodes().forEach(BrokerNode::cutFromClients);
            try {
                scene.await(
                        "the members are lost", () -> scene.instances().stream().noneMatch(Instance::isMember));
            } finally {
                scene.cluster().nodes().forEach(BrokerNode::mend);
            }
        }
    },
    CUT_BROKER("network cut among brokers: its peers do not reach one of them, until it has lost its followers") {
        @Override
        void strike(Scene scene, Random random) {
            var node = scene.cluster().nodes().get(random.nextInt(3));
            scene.await("it leads partitions", () -> scene.cluster().bystander().leadsSome(node.id()));
            node.cutFromPeers();
            try {
                scene.await(
                        "its partitions have lost their followers",
                        () -> scene.cluster().bystander().hasLostFollowers(node.id()));
            } finally {
                node.mend();
            }
            scene.cluster().awaitBrokers(3);
        }
    },
    PAUSE_BROKER("SIGSTOP of a broker until the others go on without it, then SIGCONT") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            var node = scene.cluster().nodes().get(random.nextInt(3));
            node.process().pause();
            try {
                scene.await(
                        "the cluster has noticed",
                        () -> !scene.cluster().bystander().brokers().contains(node.id()));
            } finally {
                node.process().resume();
            }
            scene.cluster().awaitBrokers(3);
        }
    },
    DISK_FULL("no room on the disk of a cleaner's and an aggregator's state, until each has failed twice") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            var struck = new ArrayList<Instance>();
            var disks = new ArrayList<SmallDisk>();
            try {
                for (var kind : Kind.values()) {
                    var instance = scene.instance(kind.command() + "-" + oneOrTwo(random));
                    instance.process().kill();
                    instance.deleteState();
                    struck.add(instance);
                    disks.add(SmallDisk.mount(instance.state()));
                    disks.get(disks.size() - 1).fill(random.nextInt(256 << 10));
                }
                var enough = struck.stream()
                        .collect(Collectors.toMap(instance -> instance, instance -> instance.restarts() + 3));
                scene.await(
                        "both have failed twice",
                        () -> struck.stream().allMatch(instance -> instance.restarts() >= enough.get(instance)));
                disks.forEach(SmallDisk::empty);
                scene.await("both are back", () -> struck.stream().allMatch(Instance::isMember));
                for (var instance : struck) {
                    instance.process().kill();
                }
            } finally {
                for (var disk : disks) {
                    disk.close();
                }
            }
        }
    },
    LOST_STATE("kill -9 of a cleaner and an aggregator, their state folders deleted") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            for (var kind : Kind.values()) {
                var instance = scene.instance(kind.command() + "-" + oneOrTwo(random));
                instance.process().kill();
                instance.deleteState();
            }
        }
    },
    ROLLING_RESTART("every service and every broker stopped and started, one after the other") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            for (var instance : scene.instances()) {
                instance.process().stop();
                scene.await(instance.name() + " is back", instance::isMember);
            }
            for (var node : scene.cluster().nodes()) {
                node.process().stop();
                node.start();
                scene.cluster().awaitBrokers(3);
            }
        }
    },
    SCALE("from one instance to three and back to one") {
        @Override
        void strike(Scene scene, Random random) throws InterruptedException {
            removed(
                    Arrays.stream(Kind.values())
                            .map(kind -> scene.instance(kind.command() + "-2"))
                            .toList(),
                    scene);
            var more = Arrays.stream(Kind.values())
                    .flatMap(kind -> Stream.of(scene.add(kind, 2), scene.add(kind, 3)))
                    .toList();
            scene.await("three of each have work", () -> more.stream().allMatch(Instance::isMember));
            removed(more, scene);
        }

        private void removed(List<Instance> instances, Scene scene) throws InterruptedException {
            for (var instance : instances) {
                scene.remove(instance);
            }
            scene.await("one of each is left", () -> instances.stream().noneMatch(Instance::isMember));
        }

        @Override
        void mend(Scene scene) {
            for (var kind : Kind.values()) {
                scene.addMissing(kind);
            }
        }
    };

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    /** Strikes, and ends what could not be gone on with; services that died are started again by the scene. */
    abstract void strike(Scene scene, Random random) throws InterruptedException;

    /** Makes the scene what it was, once all goes on. */
    void mend(Scene scene) throws InterruptedException {}

    private static void lose(Kind kind, Scene scene, Random random) throws InterruptedException {
        var third = scene.add(kind, 3);
        scene.await(third.name() + " has work", third::isMember);
        scene.lose(scene.instance(kind.command() + "-" + oneOrTwo(random)));
    }

    private static void backToTwo(Kind kind, Scene scene) throws InterruptedException {
        scene.remove(scene.instance(kind.command() + "-3"));
        scene.addMissing(kind);
    }

    private static int oneOrTwo(Random random) {
        return 1 + random.nextInt(2);
    }

    @Override
    public String toString() {
        return text;
    }
}
