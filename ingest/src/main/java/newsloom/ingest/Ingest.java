package newsloom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.ingest.position.Position;
import newsloom.ingest.position.PositionLog;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.SourceFile;
import newsloom.ingest.source.StandardInput;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends the pages of files and folders to {@code news.pages.v1}, each exactly once: pages and the position behind them are
 * committed in one transaction, and a run begins where the last one committed, however it ended.
 *
 * <p>{@link #run()} works on the thread that calls it and reads on a second; {@link #stop()} may be called from any. One instance
 * runs once.
 */
public final class Ingest {
    private static final Duration REPORT_EVERY = Duration.ofMillis(250);

    private final IngestSettings settings;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final ProgressListener listener;
    private final InputStream standardInput;
    private volatile boolean stopped;

    /** A run over the given sources; standard input is read where they ask for it. */
    public Ingest(IngestSettings settings, Clock clock, ProgressListener listener) {
        this(settings, new HttpRegistry(settings.registryUrl()), clock, listener, System.in);
    }

    /** A run with a registry and a standard input of its own. */
    public Ingest(
            IngestSettings settings,
            SchemaRegistry registry,
            Clock clock,
            ProgressListener listener,
            InputStream standardInput) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
        this.listener = listener;
        this.standardInput = standardInput;
    }

    /**
     * Sends all that was not sent before and returns when it is committed.
     *
     * @throws IOException if standard input cannot be read
     * @throws org.apache.kafka.common.KafkaException if the broker or the registry fails, or a run over the same sources took over;
     *     what was committed stays, and another run goes on from there
     * @throws InterruptedException if the thread is interrupted
     */
    public IngestSummary run() throws IOException, InterruptedException {
        Listing listing = list();
        var clients = new KafkaClients(settings.kafka());
        try (var admin = clients.admin()) {
            PositionLog.create(admin);
        }
        try (var producer = clients.producer(settings.effectiveTransactionalId())) {
            producer.initTransactions(); // ends what an earlier run left open, so that the positions are final
            return send(listing, positions(clients, listing), producer);
        }
    }

    /** Lets the run commit what it has and return. */
    public void stop() {
        stopped = true;
    }

    private Listing list() throws IOException {
        Listing files = Listing.of(settings.paths());
        return settings.readsStandardInput() ? files.with(StandardInput.open(standardInput)) : files;
    }

    private static Map<String, Position> positions(KafkaClients clients, Listing listing) {
        var wanted = listing.files().stream().map(SourceFile::id).collect(Collectors.toUnmodifiableSet());
        try (var consumer = clients.consumer()) {
            return PositionLog.read(consumer, wanted::contains);
        }
    }

    /** The run itself, once everything is known and connected. */
    IngestSummary send(Listing listing, Map<String, Position> positions, Producer<byte[], byte[]> producer)
            throws IOException, InterruptedException {
        var reading = new Reading(listing.files(), positions, settings.limits());
        try (var steps = new ReadAhead(reading).start()) {
            return new Run(listing, reading, steps, new Transactions(producer)).toTheEnd();
        }
    }

    /** State of the one run. */
    private final class Run {
        private final Listing listing;
        private final Reading reading;
        private final ReadAhead steps;
        private final Transactions transactions;
        private final PageRecords records =
                new PageRecords(Topics.PAGES.serde(registry), settings.crawler(), settings.crawlId());
        private final Tally tally = new Tally();
        private final Instant begin = clock.instant();
        private Instant firstOfBatch = begin;
        private Instant lastReport = begin;

        Run(Listing listing, Reading reading, ReadAhead steps, Transactions transactions) {
            this.listing = listing;
            this.reading = reading;
            this.steps = steps;
            this.transactions = transactions;
        }

        IngestSummary toTheEnd() throws InterruptedException {
            listing.unread().forEach(tally::unread);
            tally.ignored(listing.ignored());
            boolean finished = false;
            while (!finished && !stopped) {
                ReadAhead.Answer answer = steps.poll(REPORT_EVERY);
                if (answer instanceof ReadAhead.Answer.Next next) {
                    take(next.step());
                }
                finished = answer instanceof ReadAhead.Answer.Finished;
                commitIfDue();
                report(false);
            }
            commit();
            report(true);
            return tally.summary(listing.files().size(), Duration.between(begin, clock.instant()), finished);
        }

        private void take(Step step) {
            if (transactions.isEmpty()) {
                firstOfBatch = clock.instant();
            }
            if (step instanceof Step.PageRead page) {
                send(page);
            } else if (step instanceof Step.NotRead missed) {
                tally.unread(missed.unread());
                if (missed.after() != null) {
                    transactions.position(missed.source(), missed.after());
                }
            } else if (step instanceof Step.Ended ended) {
                transactions.position(ended.source(), ended.after());
            } else if (step instanceof Step.SentBefore before) {
                tally.sentBefore(before.position());
            } else {
                tally.changed();
            }
        }

        private void send(Step.PageRead page) {
            PageRecords.Made made = records.make(page.page(), clock.instant());
            tally.remarks(made.remarks());
            transactions.page(made.record(), made.bytes());
            transactions.position(page.source(), page.after());
        }

        private void commitIfDue() {
            boolean full =
                    transactions.pages() >= settings.batchPages() || transactions.bytes() >= settings.batchBytes();
            boolean old = Duration.between(firstOfBatch, clock.instant()).compareTo(settings.batchTime()) >= 0;
            if (full || (old && !transactions.isEmpty())) {
                commit();
            }
        }

        private void commit() {
            int pages = transactions.pages();
            long bytes = transactions.bytes();
            transactions.commit();
            tally.committed(pages, bytes);
        }

        private void report(boolean last) {
            Instant now = clock.instant();
            if (last || Duration.between(lastReport, now).compareTo(REPORT_EVERY) >= 0) {
                lastReport = now;
                listener.progress(new Progress(
                        tally.pagesSent(),
                        tally.bytesSent(),
                        tally.sentBefore(),
                        tally.lost(),
                        reading.bytesRead(),
                        listing.totalBytes(),
                        Duration.between(begin, now)));
            }
        }
    }
}
