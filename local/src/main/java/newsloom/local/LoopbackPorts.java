package newsloom.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which TCP ports of the loopback address are free. An answer is a snapshot: another process may take the port right after. */
public final class LoopbackPorts {
    static final String HOST = "127.0.0.1";
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private LoopbackPorts() {}

    /** {@code preferred} where it is free now, else 0: any. */
    public static int preferring(int preferred) {
        try {
            return freeOr(preferred, "preferred");
        } catch (LocalStartException e) {
            return 0;
        }
    }

    /** {@code asked} itself when it is free, any free port when it is 0. */
    static int freeOr(int asked, String purpose) {
        try (var socket = bound(asked)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalStartException(
                    "Port " + asked + " on " + HOST + " (" + purpose
                            + ") is taken: stop what listens there or give another port (0 chooses a free one)",
                    e);
        }
    }

    /** Any free port but this one, which is held meanwhile: what was free a moment ago may be told again. */
    static int freeBeside(int other, String purpose) {
        try (var held = bound(other)) {
            return freeOr(0, purpose + " beside " + held.getLocalPort());
        } catch (IOException e) {
            throw new LocalStartException("Port " + other + " on " + HOST + " was free and is taken now", e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
