package newsloom.runtime.order;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many items each deciding task of a process holds back. Thread-safe. */
public final class Backlog {

    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    /** Notes what one task holds back now. */
    public void set(String task, int items) {
        waiting.put(task, items);
    }

    /** The task has left this process. */
    public void remove(String task) {
        waiting.remove(task);
    }

    /** Items held back by all tasks of this process. */
    public int total() {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }
}
