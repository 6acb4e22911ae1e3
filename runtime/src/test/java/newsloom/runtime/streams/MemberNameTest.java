package newsloom.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberNameTest {

    @TempDir
    private Path folder;

    @Test
    void staysTheSameAsLongAsTheStateIsThere() {
        Path state = folder.resolve("state/newsloom-cleaner");

        String first = MemberName.of("cleaner-1", state);

        assertThat(first).matches("cleaner-1-[0-9a-f]{8}");
        assertThat(MemberName.of("cleaner-1", state)).isEqualTo(first);
    }

    @Test
    void isAnotherOneWhereTheStateIsLost() throws IOException {
        String first = MemberName.of("cleaner-1", folder);
        Files.delete(folder.resolve("newsloom-member"));

        assertThat(MemberName.of("cleaner-1", folder)).isNotEqualTo(first).startsWith("cleaner-1-");
    }

    @Test
    void isMadeAnewWhereItIsDamaged() throws IOException {
        Files.writeString(folder.resolve("newsloom-member"), "7f");

        assertThat(MemberName.of("cleaner-1", folder)).matches("cleaner-1-[0-9a-f]{8}");
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> MemberName.of("cleaner-1", file.resolve("state")))
                .isInstanceOf(ServiceFailedException.class)
                .hasMessageContaining("cannot be written");
    }
}
