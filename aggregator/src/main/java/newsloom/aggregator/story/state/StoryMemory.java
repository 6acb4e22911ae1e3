package newsloom.aggregator.story.state;

import java.util.function.Function;
import newsloom.text.vectors.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * Stories, posting lists and places of articles that were used last, of all languages of a store. All stores of a process share a fifth of the heap,
 * {@value #MAX_MIB} MiB at most, whatever tasks and languages there are: one that holds more than its share, because others opened after it, gives way with what it puts next. For one thread.
 * Every {@link StoredStoryIndex} over the store shares one, so that none writes behind another's back.
 */
public final class StoryMemory implements AutoCloseable {
    private static final int MAX_MIB = 1024;
    private static final int OF_THE_HEAP = 5;
    private static final HeapShare ALL =
            new HeapShare(Math.min((long) MAX_MIB << 20, Runtime.getRuntime().maxMemory() / OF_THE_HEAP));

    private static final int OF_IT_FOR_POSTINGS = 3;
    private static final int OF_IT_FOR_PLACES = 100;
    /** Of a story, a member or a list, beside its numbers: objects, their headers, and short texts. */
    private static final int STORY_OBJECTS = 600;

    private static final int MEMBER_OBJECTS = 700;
    private static final int LIST_OBJECTS = 80;
    private static final int PLACE_OBJECTS = 150;

    private final HeapShare heap;
    private final Recent<Key, StoryState> stories;
    private final Recent<Key, Postings> postings;
    private final Recent<Article, ArticlePlace> places;

    /** Nothing remembered yet. */
    public StoryMemory() {
        this(ALL);
    }

    public StoryMemory(HeapShare heap) {
        this.heap = heap;
        heap.join();
        this.stories = new Recent<>(
                () -> heap.bytes() - heap.bytes() / OF_IT_FOR_POSTINGS - heap.bytes() / OF_IT_FOR_PLACES,
                StoryMemory::bytes);
        this.postings = new Recent<>(() -> heap.bytes() / OF_IT_FOR_POSTINGS, StoryMemory::bytes);
        this.places = new Recent<>(() -> heap.bytes() / OF_IT_FOR_PLACES, place -> PLACE_OBJECTS);
    }

    /** Forgets all, and leaves its share of the heap to others; not to be used any more. */
    @Override
    public void close() {
        clear();
        heap.leave();
    }

    /** A story or a term of a language. */
    private record Key(String language, long id) {}

    private record Article(String language, String id) {}

    /** Forgets all: of a store that may be another one now. */
    public void clear() {
        stories.clear();
        postings.clear();
        places.clear();
    }

    @Nullable
    StoryState story(String language, long id, Function<Long, @Nullable StoryState> stored) {
        return stories.get(new Key(language, id), key -> stored.apply(key.id()));
    }

    void put(String language, long id, @Nullable StoryState story) {
        stories.put(new Key(language, id), story);
    }

    @Nullable
    Postings postings(String language, int term, Function<Integer, @Nullable Postings> stored) {
        return postings.get(new Key(language, term), key -> stored.apply((int) key.id()));
    }

    void put(String language, int term, Postings list) {
        postings.put(new Key(language, term), list);
    }

    @Nullable
    ArticlePlace place(String language, String articleId, Function<String, @Nullable ArticlePlace> stored) {
        return places.get(new Article(language, articleId), article -> stored.apply(article.id()));
    }

    void put(String language, String articleId, @Nullable ArticlePlace place) {
        places.put(new Article(language, articleId), place);
    }

    private static int bytes(StoryState story) {
        int bytes = STORY_OBJECTS + bytes(story.sum()) + story.keys().size() * Integer.BYTES;
        for (Member member : story.members()) {
            bytes += MEMBER_OBJECTS + bytes(member.views()) + member.marks().size() * Integer.BYTES;
        }
        return bytes;
    }

    private static int bytes(Views views) {
        return bytes(views.terms()) + bytes(views.names()) + bytes(views.opening());
    }

    private static int bytes(SparseVector vector) {
        return vector.size() * (Integer.BYTES + Float.BYTES);
    }

    private static int bytes(Postings list) {
        return LIST_OBJECTS + list.size() * (Long.BYTES + Integer.BYTES);
    }
}
