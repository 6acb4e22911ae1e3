package newsloom.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.Unread;
import newsloom.ingest.position.Position;

/** Counts of a run while it goes on, for its summary and for its meters. For one thread. */
final class Tally {
    private static final int MAX_EXAMPLES = 10;
    private static final Set<String> LOSS_CODES = Stream.of(Unread.Reason.values())
            .filter(Unread.Reason::isLoss)
            .map(Unread.Reason::code)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Long> losses = new HashMap<>();
    private final Map<String, Long> passed = new HashMap<>();
    private final Map<String, Long> remarks = new HashMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Set<String> ownSources = new HashSet<>();
    private long pagesSent;
    private long bytesSent;
    private long sentBefore;
    private long changed;
    private final IngestMeters meters;

    Tally(IngestMeters meters) {
        this.meters = meters;
    }

    /** A source that is dealt with in this run. */
    void own(String source) {
        ownSources.add(source);
    }

    void committed(long pages, long bytes) {
        pagesSent += pages;
        bytesSent += bytes;
        meters.committed(pages, bytes);
    }

    void unread(Unread item) {
        count(item.tallyName(), 1);
        if (item.reason().isLoss() && examples.size() < MAX_EXAMPLES) {
            examples.add(item.location() + ": " + item.reason().code() + " " + item.detail());
        }
    }

    void ignored(String extension, long files) {
        if (files > 0) {
            count("file:" + extension, files);
        }
    }

    void remarks(Set<Remark> of) {
        for (Remark remark : of) {
            remarks.merge(remark.code(), 1L, Long::sum);
            meters.remark(remark, 1);
        }
    }

    /** Pages of an earlier run; those of this run, met again in a file that has grown, are counted already. */
    void sentBefore(String source, Position position) {
        if (ownSources.contains(source)) {
            return;
        }
        sentBefore += position.pages();
        meters.sentBefore(position.pages());
        position.unread().forEach((name, n) -> Unread.count(name, n, LOSS_CODES.contains(name) ? losses : passed));
    }

    void changed() {
        changed++;
        meters.changedSource();
    }

    long pagesSent() {
        return pagesSent;
    }

    long bytesSent() {
        return bytesSent;
    }

    long sentBefore() {
        return sentBefore;
    }

    long lost() {
        return losses.values().stream().mapToLong(Long::longValue).sum();
    }

    IngestSummary summary(long sources, Duration elapsed, boolean dryRun, boolean finished) {
        return new IngestSummary(
                sources,
                pagesSent,
                bytesSent,
                sentBefore,
                changed,
                losses,
                passed,
                remarks,
                examples,
                elapsed,
                dryRun,
                finished);
    }

    private void count(String name, long n) {
        if (LOSS_CODES.contains(name)) {
            losses.merge(name, n, Long::sum);
            meters.lost(name, n);
        } else {
            meters.passed(Unread.count(name, n, passed), n);
        }
    }
}
