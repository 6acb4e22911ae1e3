package newsloom.cleaner.dedupe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import newsloom.cleaner.dedupe.Decision.Cause;
import newsloom.cleaner.dedupe.Decision.Copy;
import newsloom.cleaner.dedupe.Decision.Original;
import newsloom.cleaner.dedupe.Decision.Shares;
import newsloom.cleaner.dedupe.Decision.Supersedes;

/** How decisions, and what they are taken on, are written between tasks. Stateless. */
final class DecisionForm {
    private static final int ORIGINAL = 1;
    private static final int COPY = 2;
    private static final int SUPERSEDES = 3;

    private DecisionForm() {}

    static void write(DataOutputStream out, Card card) throws IOException {
        out.writeUTF(card.id());
        out.writeLong(card.timeMs());
        out.writeInt(card.origin().site());
        out.writeInt(card.origin().headline());
        out.writeLong(card.origin().publishedMs());
        out.writeBoolean(card.origin().credited());
        out.writeInt(card.words());
    }

    static Card card(DataInputStream in) throws IOException {
        return new Card(
                in.readUTF(),
                in.readLong(),
                new Origin(in.readInt(), in.readInt(), in.readLong(), in.readBoolean()),
                in.readInt());
    }

    static void write(DataOutputStream out, Match match) throws IOException {
        write(out, match.old());
        out.writeInt(match.shared());
        out.writeInt(match.shingles());
        out.writeInt(match.oldShingles());
        out.writeBoolean(match.sameText());
        out.writeBoolean(match.numbersAgree());
        out.writeBoolean(match.ofShort());
        out.writeBoolean(match.neighbours());
    }

    static Match match(DataInputStream in) throws IOException {
        return new Match(
                card(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean());
    }

    static void write(DataOutputStream out, Decision decision) throws IOException {
        if (decision instanceof Original original) {
            out.writeByte(ORIGINAL);
            out.writeUTF(original.groupId());
            ScatteredCodec.write(out, original.nearestId());
            out.writeUTF(original.why());
        } else if (decision instanceof Copy copy) {
            out.writeByte(COPY);
            out.writeUTF(copy.ofId());
            out.writeUTF(copy.matchedId());
            out.writeUTF(copy.groupId());
            out.writeUTF(copy.kind().name());
            write(out, copy.shares());
            out.writeBoolean(copy.nearExact());
            out.writeUTF(copy.why());
        } else if (decision instanceof Supersedes supersedes) {
            out.writeByte(SUPERSEDES);
            out.writeUTF(supersedes.oldId());
            out.writeUTF(supersedes.groupId());
            out.writeUTF(supersedes.cause().name());
            write(out, supersedes.shares());
            out.writeUTF(supersedes.why());
        }
    }

    static Decision decision(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ORIGINAL -> new Original(in.readUTF(), ScatteredCodec.text(in), in.readUTF());
            case COPY ->
                new Copy(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        CopyKind.valueOf(in.readUTF()),
                        shares(in),
                        in.readBoolean(),
                        in.readUTF());
            case SUPERSEDES ->
                new Supersedes(in.readUTF(), in.readUTF(), Cause.valueOf(in.readUTF()), shares(in), in.readUTF());
            default -> throw new IllegalArgumentException("no decision: " + kind);
        };
    }

    private static void write(DataOutputStream out, Shares shares) throws IOException {
        out.writeDouble(shares.inOld());
        out.writeDouble(shares.inNew());
        out.writeInt(shares.shared());
        out.writeInt(shares.ofNew());
        out.writeInt(shares.ofOld());
    }

    private static Shares shares(DataInputStream in) throws IOException {
        return new Shares(in.readDouble(), in.readDouble(), in.readInt(), in.readInt(), in.readInt());
    }
}
