package newsloom.app.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import newsloom.app.process.Child;

/** A broker that serves clients with SCRAM over TLS only, with a certificate made for it; a process of its own. */
final class SecuredBroker implements AutoCloseable {
    static final String USER = "newsloom";
    private static final String CLUSTER_ID = "bmV3c2xvb20tc2VjdXJlMQ";
    private static final String STORE_PASSWORD = "of-the-store";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Child process;

    private SecuredBroker(Path folder, int port, int controllerPort, String password)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        certificate();
        Path settings = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(settings)) {
            settings(password).store(out, null);
        }
        run(Child.start(
                folder.resolve("format.log"),
                "128m",
                "kafka.tools.StorageTool",
                List.of(
                        "format",
                        "--cluster-id",
                        CLUSTER_ID,
                        "--config",
                        settings.toString(),
                        "--add-scram",
                        "SCRAM-SHA-512=[name=" + USER + ",password=" + password + "]")));
        this.process = Child.start(folder.resolve("broker.log"), "512m", "kafka.Kafka", List.of(settings.toString()));
    }

    /** Starts one; clients have to wait until it serves them. */
    static SecuredBroker start(Path folder, int port, int controllerPort, String password)
            throws IOException, InterruptedException {
        return new SecuredBroker(Files.createDirectories(folder), port, controllerPort, password);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** What trusts the broker's certificate. */
    Path trustStore() {
        return folder.resolve("trusted.p12");
    }

    String trustStorePassword() {
        return STORE_PASSWORD;
    }

    private void certificate() throws IOException, InterruptedException {
        Path key = folder.resolve("key.p12");
        Path certificate = folder.resolve("broker.pem");
        keytool(
                key,
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1");
        keytool(key, "-exportcert", "-rfc", "-alias", "broker", "-file", certificate.toString());
        keytool(trustStore(), "-importcert", "-noprompt", "-alias", "broker", "-file", certificate.toString());
    }

    private void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("keytool.log").toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed:\n" + Files.readString(folder.resolve("keytool.log")));
        }
    }

    private static void run(Child child) throws InterruptedException {
        if (child.exitCode() != 0) {
            throw new IllegalStateException(child.lastLines(20));
        }
    }

    private Properties settings(String password) {
        var settings = new Properties();
        settings.put("node.id", "1");
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", "SECURED://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "SECURED://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "SECURED");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + USER + "\" password=\""
                        + password + "\";"); // the broker speaks to itself with it
        settings.put("ssl.keystore.location", folder.resolve("key.p12").toString());
        settings.put("ssl.keystore.password", STORE_PASSWORD);
        settings.put("ssl.key.password", STORE_PASSWORD);
        settings.put("ssl.truststore.location", trustStore().toString());
        settings.put("ssl.truststore.password", STORE_PASSWORD);
        settings.put("log.dirs", folder.resolve("kafka").toString());
        for (var topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(12 << 20));
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        return settings;
    }

    @Override
    public void close() {
        process.close();
    }
}
