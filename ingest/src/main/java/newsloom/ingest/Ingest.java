package newsloom.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.ingest.feed.FeedFiles;
import newsloom.ingest.kafka.KafkaClients;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.Unread;
import newsloom.ingest.position.Position;
import newsloom.ingest.position.PositionLog;
import newsloom.ingest.source.Fingerprints;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.MemberFeeds;
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
    private final IngestMeters meters;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** A run over the given sources; standard input is read where they ask for it. */
    public Ingest(IngestSettings settings, Clock clock, ProgressListener listener) {
        this(settings, clock, listener, new CompositeMeterRegistry()); // one without children counts nothing
    }

    /** A run that counts into these meters, too. */
    public Ingest(IngestSettings settings, Clock clock, ProgressListener listener, MeterRegistry meters) {
        this(settings, new HttpRegistry(settings.registryUrl()), clock, listener, System.in, meters);
    }

    /** A run with a registry and a standard input of its own. */
    public Ingest(
            IngestSettings settings,
            SchemaRegistry registry,
            Clock clock,
            ProgressListener listener,
            InputStream standardInput) {
        this(settings, registry, clock, listener, standardInput, new CompositeMeterRegistry());
    }

    Ingest(
            IngestSettings settings,
            SchemaRegistry registry,
            Clock clock,
            ProgressListener listener,
            InputStream standardInput,
            MeterRegistry meters) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
        this.listener = listener;
        this.standardInput = standardInput;
        this.meters = new IngestMeters(meters);
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

    /**
     * Reads all sources from their start and counts, as a run that had sent nothing before would; no broker and no registry is needed.
     *
     * @throws IOException if standard input cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public IngestSummary dryRun() throws IOException, InterruptedException {
        return once(list(), Map.of(), new DryRun(), new InMemoryRegistry());
    }

    /** Lets the run commit what it has and return. */
    public void stop() {
        stop.countDown();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /**
     * As {@link #run()}, and then goes on with files that are new or have grown, each once it is finished, until {@link #stop()}.
     *
     * @param every how often to look; a file is finished when it is the same at two looks
     * @throws IOException if standard input is among the sources
     * @throws org.apache.kafka.common.KafkaException as {@link #run()}
     * @throws InterruptedException if the thread is interrupted
     */
    public IngestSummary watch(Duration every) throws IOException, InterruptedException {
        if (settings.readsStandardInput()) {
            throw new IOException("standard input cannot be watched");
        }
        var clients = new KafkaClients(settings.kafka());
        try (var admin = clients.admin()) {
            PositionLog.create(admin);
        }
        try (var producer = clients.producer(settings.effectiveTransactionalId())) {
            producer.initTransactions();
            return watch(every, producer, listing -> positions(clients, listing));
        }
    }

    /** The watching itself, once everything is connected. */
    IngestSummary watch(
            Duration every, Producer<byte[], byte[]> producer, Function<Listing, Map<String, Position>> positions)
            throws IOException, InterruptedException {
        var total = new Run(new Tally(meters));
        var finished = new FinishedFiles();
        do {
            Listing all = list();
            total.listed(all);
            Listing look = finished.of(all);
            if (!look.files().isEmpty()) {
                total.deliver(look, positions.apply(look), new Transactions(producer), registry, -1);
            }
        } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
        return total.summary(false);
    }

    private Listing list() throws IOException {
        Listing files = Listing.of(settings.paths(), settings.reading().pathsAreUrls());
        return settings.readsStandardInput() ? files.with(StandardInput.open(standardInput)) : files;
    }

    private static Map<String, Position> positions(KafkaClients clients, Listing listing) {
        var wanted = listing.files().stream().map(SourceFile::id).collect(Collectors.toUnmodifiableSet());
        try (var admin = clients.admin();
                var consumer = clients.consumer()) {
            return PositionLog.read(consumer, PositionLog.end(admin), wanted::contains);
        }
    }

    /** The run itself, once everything is known and connected. */
    IngestSummary send(Listing listing, Map<String, Position> positions, Producer<byte[], byte[]> producer)
            throws IOException, InterruptedException {
        return once(listing, positions, new Transactions(producer), registry);
    }

    private IngestSummary once(
            Listing listing, Map<String, Position> positions, Delivery delivery, SchemaRegistry schemas)
            throws IOException, InterruptedException {
        var run = new Run(new Tally(meters));
        run.deliver(listing, positions, delivery, schemas, listing.totalBytes());
        return run.summary(delivery instanceof DryRun);
    }

    /** Of archives that were sent as a whole the feeds are not read again. */
    private static FeedFiles feeds(Listing listing, Map<String, Position> positions) {
        var feeds = new FeedFiles();
        listing.feeds().forEach(feeds::read);
        for (SourceFile file : listing.files()) {
            Position before = positions.get(file.id());
            if (before == null || !before.complete() || !Fingerprints.looksUntouched(file, before.source())) {
                MemberFeeds.each(file, feeds::read);
            }
        }
        return feeds;
    }

    /** State of the one run: counts over all that it delivers. */
    private final class Run {
        private final Tally tally;
        private final Instant begin = clock.instant();
        private final Set<String> told = new HashSet<>(); // where the listing or a feed could not be read
        private final Map<String, Long> ignored = new HashMap<>();
        private long sources;
        private boolean finished = true;

        Run(Tally tally) {
            this.tally = tally;
        }

        /**
         * Delivers what is listed and not sent yet.
         *
         * @param totalBytes of it; -1 where nobody knows what will come
         */
        void deliver(
                Listing listing,
                Map<String, Position> positions,
                Delivery delivery,
                SchemaRegistry schemas,
                long totalBytes)
                throws IOException, InterruptedException {
            var feeds = feeds(listing, positions);
            listed(listing);
            feeds.unread().forEach(this::once);
            var records = new PageRecords(Topics.PAGES.serde(schemas), settings.crawler(), settings.crawlId());
            var reading = new Reading(
                    listing.files(),
                    positions,
                    settings.reading(),
                    feeds.hints(),
                    page -> records.make(page, clock.instant()));
            try (var steps = new ReadAhead(reading).start()) {
                finished = new Round(this, reading, steps, delivery, totalBytes).toTheEnd();
            }
            listing.files().forEach(file -> tally.own(file.id()));
            sources += listing.files().size();
        }

        /** Counts what a listing passes over, once however often it is listed. */
        void listed(Listing listing) {
            listing.unread().forEach(this::once);
            listing.ignored().forEach((extension, n) -> {
                long before = ignored.getOrDefault(extension, 0L);
                ignored.put(extension, Math.max(before, n));
                tally.ignored(extension, Math.max(0, n - before));
            });
        }

        private void once(Unread unread) {
            if (told.add(unread.location())) {
                tally.unread(unread);
            }
        }

        IngestSummary summary(boolean dryRun) {
            return tally.summary(sources, Duration.between(begin, clock.instant()), dryRun, finished);
        }
    }

    /** State of one round through what is listed. */
    private final class Round {
        private final Tally tally;
        private final Instant begin;
        private final Reading reading;
        private final ReadAhead steps;
        private final Delivery delivery;
        private final long totalBytes;
        private Instant firstOfBatch;
        private Instant lastReport;

        Round(Run run, Reading reading, ReadAhead steps, Delivery delivery, long totalBytes) {
            this.tally = run.tally;
            this.begin = run.begin;
            this.reading = reading;
            this.steps = steps;
            this.delivery = delivery;
            this.totalBytes = totalBytes;
            this.firstOfBatch = clock.instant();
            this.lastReport = firstOfBatch;
        }

        /** False where it was stopped before. */
        boolean toTheEnd() throws InterruptedException {
            boolean finished = false;
            while (!finished && !isStopped()) {
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
            return finished;
        }

        private void take(Step step) {
            if (delivery.isEmpty()) {
                firstOfBatch = clock.instant();
            }
            if (step instanceof Step.PageRead page) {
                send(page);
            } else if (step instanceof Step.NotRead missed) {
                tally.unread(missed.unread());
                if (missed.after() != null) {
                    delivery.position(missed.source(), missed.after());
                }
            } else if (step instanceof Step.Ended ended) {
                delivery.position(ended.source(), ended.after());
            } else if (step instanceof Step.SentBefore before) {
                tally.sentBefore(before.source(), before.position());
                delivery.goesOn(before.source(), before.position());
            } else {
                tally.changed();
            }
        }

        private void send(Step.PageRead page) {
            PageRecords.Made made = page.page();
            tally.remarks(made.remarks());
            delivery.page(made.record(), made.bytes());
            delivery.position(page.source(), page.after());
        }

        private void commitIfDue() {
            boolean full = delivery.pages() >= settings.batchPages() || delivery.bytes() >= settings.batchBytes();
            boolean old = Duration.between(firstOfBatch, clock.instant()).compareTo(settings.batchTime()) >= 0;
            if (full || (old && !delivery.isEmpty())) {
                commit();
            }
        }

        private void commit() {
            int pages = delivery.pages();
            long bytes = delivery.bytes();
            delivery.commit();
            tally.committed(pages, bytes);
        }

        private void report(boolean last) {
            Instant now = clock.instant();
            if (last || Duration.between(lastReport, now).compareTo(REPORT_EVERY) >= 0) {
                lastReport = now;
                var progress = new Progress(
                        tally.pagesSent(),
                        tally.bytesSent(),
                        tally.sentBefore(),
                        tally.lost(),
                        reading.bytesRead(),
                        totalBytes,
                        Duration.between(begin, now));
                meters.progress(progress);
                listener.progress(progress);
            }
        }
    }
}
