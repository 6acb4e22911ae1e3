package newsloom.aggregator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.SketchCodec;
import org.jspecify.annotations.Nullable;

/** What the deciding task gets. Its bytes begin with version and kind. */
sealed interface StoryInput {

    /**
     * An article to be put into a story.
     *
     * @param supersedes the shorter text whose place it takes, if any
     */
    record Told(Sketch sketch, @Nullable String supersedes) implements StoryInput {}

    /** A copy, which counts as a reprint of its original. */
    record Copied(String id, String originalId, String site, String language) implements StoryInput {}

    /** An article that was taken back. */
    record TakenBack(String id) implements StoryInput {}

    /** A new version of an article is in this language; stories of other languages that hold it have to let go of it. */
    record InLanguage(String id, String language) implements StoryInput {}

    int TOLD = 0x11;
    int COPIED = 0x12;
    int TAKEN_BACK = 0x13;
    int IN_LANGUAGE = 0x14;

    default byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            if (this instanceof Told told) {
                out.writeByte(TOLD);
                out.writeUTF(told.supersedes == null ? "" : told.supersedes);
                out.write(SketchCodec.toBytes(told.sketch));
            } else if (this instanceof Copied copied) {
                out.writeByte(COPIED);
                out.writeUTF(copied.id);
                out.writeUTF(copied.originalId);
                out.writeUTF(copied.site);
                out.writeUTF(copied.language);
            } else if (this instanceof TakenBack back) {
                out.writeByte(TAKEN_BACK);
                out.writeUTF(back.id);
            } else if (this instanceof InLanguage told) {
                out.writeByte(IN_LANGUAGE);
                out.writeUTF(told.id);
                out.writeUTF(told.language);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The input of {@link #toBytes}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static StoryInput of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case TOLD -> {
                    String supersedes = in.readUTF();
                    yield new Told(SketchCodec.fromBytes(in.readAllBytes()), supersedes.isEmpty() ? null : supersedes);
                }
                case COPIED -> new Copied(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
                case TAKEN_BACK -> new TakenBack(in.readUTF());
                case IN_LANGUAGE -> new InLanguage(in.readUTF(), in.readUTF());
                default -> throw new IllegalArgumentException("no input of a story decision: kind " + kind);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("cut input of a story decision: " + bytes.length + " bytes", e);
        }
    }
}
