package newsloom.app.chaos;

import java.util.List;
import java.util.Random;
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
            for (var kind : Kind.values()) {
                var instance = scene.instance(kind.command() + "-" + oneOrTwo(random));
                instance.process().kill();
                instance.deleteState();
                try (var disk = SmallDisk.mount(instance.state())) {
                    disk.fill(random.nextInt(256 << 10));
                    int before = scene.restarts();
                    scene.await(instance.name() + " fails", () -> scene.restarts() > before + 2);
                    disk.empty();
                    scene.await(instance.name() + " is back", instance::isMember);
                    instance.process().kill();
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
            for (var kind : Kind.values()) {
                var second = scene.instance(kind.command() + "-2");
                scene.remove(second);
                scene.await("one is left", () -> !second.isMember());
                var more = List.of(scene.add(kind, 2), scene.add(kind, 3));
                scene.await("three have work", () -> more.stream().allMatch(Instance::isMember));
                for (var instance : more) {
                    scene.remove(instance);
                }
                scene.await("one is left again", () -> more.stream().noneMatch(Instance::isMember));
            }
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
