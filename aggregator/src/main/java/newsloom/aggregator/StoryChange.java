package newsloom.aggregator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import newsloom.aggregator.story.state.MemberCodec;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.view.LedgerCodec;
import newsloom.aggregator.story.view.Relation;

/** What a decision changes about one story, on its way to the story's view. Its bytes begin with version and kind. */
sealed interface StoryChange {

    /** One more article. */
    record Added(StoryMember member) implements StoryChange {}

    /** An article in the place of another one, or a new version in the place of the old. */
    record Replaced(String formerId, StoryMember member) implements StoryChange {}

    /** A copy of one of its articles on that site. */
    record Reprinted(String site) implements StoryChange {}

    /** An article was taken back; whether the story rests. */
    record Removed(String articleId, boolean resting) implements StoryChange {}

    /** A copy on that site is none any more; whether the story rests. */
    record CopyRemoved(String site, boolean resting) implements StoryChange {}

    /** Nothing came for long; an article that fits wakes it. */
    record Rested() implements StoryChange {}

    /** It takes no more articles. */
    record Closed() implements StoryChange {}

    /** The only article of a story that is part of this one now. */
    record TookIn(String storyId, StoryMember member) implements StoryChange {}

    /** It is part of another story. */
    record MergedAway() implements StoryChange {}

    /** These stories of other languages tell the same happening now, and no others. */
    record Related(List<Relation> relations) implements StoryChange {
        public Related {
            relations = List.copyOf(relations);
        }
    }

    int ADDED = 0x11;
    int REPLACED = 0x12;
    int REPRINTED = 0x13;
    int REMOVED = 0x14;
    int CLOSED = 0x15;
    int COPY_REMOVED = 0x16;
    int RESTED = 0x17;
    int MERGED_AWAY = 0x18;
    int TOOK_IN = 0x19;
    int RELATED = 0x1A;

    default byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            if (this instanceof Added added) {
                out.writeByte(ADDED);
                out.write(MemberCodec.toBytes(added.member));
            } else if (this instanceof Replaced replaced) {
                out.writeByte(REPLACED);
                out.writeUTF(replaced.formerId);
                out.write(MemberCodec.toBytes(replaced.member));
            } else if (this instanceof TookIn took) {
                out.writeByte(TOOK_IN);
                out.writeUTF(took.storyId);
                out.write(MemberCodec.toBytes(took.member));
            } else if (this instanceof Related related) {
                out.writeByte(RELATED);
                out.write(LedgerCodec.toBytes(related.relations));
            } else if (this instanceof Reprinted reprinted) {
                out.writeByte(REPRINTED);
                out.writeUTF(reprinted.site);
            } else if (this instanceof Removed removed) {
                out.writeByte(REMOVED);
                out.writeUTF(removed.articleId);
                out.writeBoolean(removed.resting);
            } else if (this instanceof CopyRemoved removed) {
                out.writeByte(COPY_REMOVED);
                out.writeUTF(removed.site);
                out.writeBoolean(removed.resting);
            } else {
                out.writeByte(this instanceof Rested ? RESTED : this instanceof Closed ? CLOSED : MERGED_AWAY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether it says anything about which stories are related. */
    default boolean concernsRelations() {
        return !(this instanceof Reprinted
                || this instanceof CopyRemoved
                || this instanceof Rested
                || this instanceof Related);
    }

    /**
     * The change of {@link #toBytes}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static StoryChange of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case ADDED -> new Added(MemberCodec.ofBytes(in.readAllBytes()));
                case REPLACED -> new Replaced(in.readUTF(), MemberCodec.ofBytes(in.readAllBytes()));
                case REPRINTED -> new Reprinted(in.readUTF());
                case REMOVED -> new Removed(in.readUTF(), in.readBoolean());
                case COPY_REMOVED -> new CopyRemoved(in.readUTF(), in.readBoolean());
                case RESTED -> new Rested();
                case CLOSED -> new Closed();
                case TOOK_IN -> new TookIn(in.readUTF(), MemberCodec.ofBytes(in.readAllBytes()));
                case RELATED -> new Related(LedgerCodec.relations(in.readAllBytes()));
                case MERGED_AWAY -> new MergedAway();
                default -> throw new IllegalArgumentException("no change of a story: kind " + kind);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("cut change of a story: " + bytes.length + " bytes", e);
        }
    }
}
