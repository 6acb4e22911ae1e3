import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.storm.task.OutputCollector;
import org.apache.storm.task.TopologyContext;
import org.apache.storm.tuple.Tuple;

/** Hands the bolt a page that is taken, and with nobody listening one that must fail. Prints what became of them. */
public class BoltCheck {
    public static void main(String[] arguments) throws Exception {
        for (String server : arguments) {
            var bolt = new NewsloomBolt();
            var collector = new OutputCollector();
            bolt.prepare(Map.of("newsloom.url", server), new TopologyContext(), collector);
            bolt.execute(new Page());
            while (collector.acked.isEmpty() && collector.failed.isEmpty()) {
                Thread.onSpinWait();
            }
            System.out.println(collector.acked.size() + " acked, " + collector.failed.size() + " failed");
        }
    }

    static final class Page implements Tuple {
        @Override
        public String getStringByField(String field) {
            return "https://storm.example/1";
        }

        @Override
        public byte[] getBinaryByField(String field) {
            return "<p>storm".getBytes(StandardCharsets.UTF_8);
        }
    }
}
