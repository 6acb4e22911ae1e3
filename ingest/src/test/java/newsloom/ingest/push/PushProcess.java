package newsloom.ingest.push;

import java.time.Clock;
import java.util.Map;
import newsloom.ingest.source.ReadOptions;
import newsloom.runtime.metrics.Metrics;

/** Takes pages over HTTP and says where, until its standard input ends. */
final class PushProcess {
    private PushProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var metrics = new Metrics();
                var push = PushService.start(
                        PushSettings.of("127.0.0.1", 0, null, ReadOptions.DEFAULT),
                        Map.of("bootstrap.servers", arguments[0]),
                        arguments[1],
                        "test",
                        null,
                        Clock.systemUTC(),
                        metrics)) {
            System.out.println(push.url());
            System.in.readAllBytes();
        }
    }
}
