package newsloom.ingest.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/**
 * What became of each page of a request, in their order: {@code {"accepted", "refused", "failed", "results": [{"line", "status", "key"?,
 * "reason"?, "detail"?}], "passed": {"not-a-page:image/png": 2, …}}}. A line is that of JSON lines, the number of the page otherwise. What is passed is no page, and no mistake. For one thread.
 */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> passed = new TreeMap<>();
    private int httpStatus = 202;
    private long repeated;

    /** One page; with a future as long as nobody knows. */
    private static final class Line {
        private final long number;
        private final String key;
        private final @Nullable Future<?> sent;
        private String status;
        private String reason;
        private final String detail;

        Line(long number, String key, @Nullable Future<?> sent, String status, String reason, String detail) {
            this.number = number;
            this.key = key;
            this.sent = sent;
            this.status = status;
            this.reason = reason;
            this.detail = detail;
        }
    }

    void sent(long number, String key, Future<?> future) {
        lines.add(new Line(number, key, future, "accepted", "", ""));
    }

    /** A page that an earlier request has handed in; it counts as what became of it there. */
    void repeated(long number, String key, Future<?> future) {
        sent(number, key, future);
        repeated++;
    }

    /** A page that is wrong, as it is; all others are taken nevertheless. */
    void refused(long number, String reason, String detail) {
        lines.add(new Line(number, "", null, "refused", reason, detail));
        httpStatus = Math.max(httpStatus, 400);
    }

    /** Something that belongs to a crawl and is no page, an image or a revisit: counted, and all is well. */
    void passed(String tallyName) {
        Unread.count(tallyName, 1, passed);
    }

    /** Everything from here on is not taken. */
    void brokenOff(long number, int status, String reason, String detail) {
        lines.add(new Line(number, "", null, "failed", reason, detail));
        httpStatus = Math.max(httpStatus, status);
    }

    int pages() {
        return lines.size();
    }

    /**
     * Waits for all acknowledgements, together so long at most.
     *
     * @param kafkaGoesOn asked when that was too short: whether Kafka is behind and not away
     */
    void await(long patienceMillis, LongSupplier millis, BooleanSupplier kafkaGoesOn) throws InterruptedException {
        long end = millis.getAsLong() + patienceMillis;
        for (Line line : lines) {
            if (line.sent == null) {
                continue;
            }
            try {
                line.sent.get(Math.max(0, end - millis.getAsLong()), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                failed(line, 503, "kafka");
            } catch (TimeoutException e) {
                failed(line, kafkaGoesOn.getAsBoolean() ? 429 : 503, "not-acknowledged");
            }
        }
    }

    private void failed(Line line, int status, String reason) {
        line.status = "failed";
        line.reason = reason;
        httpStatus = Math.max(httpStatus, status);
    }

    /** 202, or the gravest of what happened. */
    int httpStatus() {
        return httpStatus;
    }

    /** Pages among the accepted and failed that were not sent here. */
    long repeated() {
        return repeated;
    }

    long count(String status) {
        return lines.stream().filter(line -> line.status.equals(status)).count();
    }

    String json() {
        ObjectNode answer = JSON.createObjectNode()
                .put("accepted", count("accepted"))
                .put("refused", count("refused"))
                .put("failed", count("failed"));
        passed.forEach(answer.putObject("passed")::put);
        var results = answer.putArray("results");
        for (Line line : lines) {
            ObjectNode result = results.addObject().put("line", line.number).put("status", line.status);
            put(result, "key", line.key);
            put(result, "reason", line.reason);
            put(result, "detail", line.detail);
        }
        return answer.toString();
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
