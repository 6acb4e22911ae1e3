package newsloom.app;

import java.io.PrintWriter;

/**
 * What a command is doing now, on a line that is written over again where standard error is a terminal and left out where not; and what is worth keeping, on lines of its own.
 */
public final class StatusLine {
    /** Set by the launcher script, since Java cannot ask whether standard error is a terminal. */
    private static final String TERMINAL = "newsloom.terminal";

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal = onTerminal();

    public StatusLine(PrintWriter err) {
        this.err = err;
    }

    /** Whether standard error is a terminal. */
    public static boolean onTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    /** Says what is being done, until something else is shown or said. */
    public void show(String doing) {
        if (terminal) {
            err.print(CLEAR_LINE + doing + " …");
            err.flush();
        }
    }

    /** Takes away what is shown. */
    public void clear() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    /** Leaves a line. */
    public void say(String text) {
        clear();
        err.println(text);
    }
}
