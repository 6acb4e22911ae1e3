package newsloom.runtime.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name under which an instance is a member of its group: the one it was given, and a mark that lies in its state folder.
 *
 * <p>A member that comes back under a fixed name gets its tasks back without anybody asking where their state is (static membership, Kafka's KIP-345). That is right as long as the state is there. An instance that has
 * lost its folder would restore everything from the changelogs, however warm the copy on another instance is. With another mark it is another member: the group waits until the old one counts as dead, and gives
 * its tasks to whoever has their state.
 */
final class MemberName {
    private static final String FILE = "newsloom-member";
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}");

    private MemberName() {}

    /**
     * The name; the mark is made where there is none yet.
     *
     * @param folder of the state of this application, which is made where it is not there
     * @throws ServiceFailedException if the folder cannot be written
     */
    static String of(String instanceId, Path folder) {
        try {
            return instanceId + "-" + mark(folder);
        } catch (IOException e) {
            throw new ServiceFailedException("the state folder " + folder + " cannot be written", e);
        }
    }

    private static String mark(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String known = read(file);
        if (MARK.matcher(known).matches()) {
            return known;
        }
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        Files.createDirectories(folder);
        Path written = Files.writeString(folder.resolve(FILE + ".new"), made);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
