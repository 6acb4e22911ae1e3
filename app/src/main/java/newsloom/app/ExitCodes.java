package newsloom.app;

/** What the process says to its caller when it ends. */
public final class ExitCodes {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    /** Finished, but something could not be read, and {@code --strict} was given. */
    public static final int LOSSES = 3;

    private ExitCodes() {}
}
