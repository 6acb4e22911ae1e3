package newsloom.cleaner.dedupe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Ask;
import newsloom.cleaner.dedupe.Scattered.Compared;
import newsloom.cleaner.dedupe.Scattered.Document;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.Probe;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import newsloom.cleaner.dedupe.Scattered.Withdrawal;
import org.jspecify.annotations.Nullable;

/** {@link Scattered} as bytes: one for form and kind, the document, then the fields in their order. Cut or foreign bytes throw {@link IllegalArgumentException}. Stateless. */
public final class ScatteredCodec {
    private static final int PROBE = 0x31;
    private static final int DOCUMENT = 0x32;
    private static final int ROLL_CALL = 0x33;
    private static final int ANSWER = 0x34;
    private static final int ASK = 0x35;
    private static final int PIECE = 0x36;
    private static final int VERDICT = 0x37;
    private static final int WITHDRAWAL = 0x38;

    private ScatteredCodec() {}

    /** Writes or reads through a stream of bytes in memory. */
    interface Form<S, T> {
        T use(S stream) throws IOException;
    }

    public static byte[] encode(Scattered message) {
        return written(out -> {
            out.writeByte(kind(message));
            write(out, message.document());
            if (message instanceof Probe probe) {
                write(out, probe);
            } else if (message instanceof Document document) {
                out.writeInt(document.shares());
                write(out, document.text());
                out.write(document.item());
            } else if (message instanceof RollCall call) {
                DecisionForm.write(out, call.card());
                out.write(MemberCodec.encode(call.given()));
            } else if (message instanceof Answer answer) {
                write(out, answer);
            } else if (message instanceof Ask ask) {
                write(out, ask);
            } else if (message instanceof Piece piece) {
                write(out, piece);
            } else if (message instanceof Verdict verdict) {
                write(out, verdict);
            } else if (message instanceof Withdrawal withdrawal) {
                out.writeUTF(withdrawal.id());
                out.writeLong(withdrawal.timeMs());
            }
            return out;
        });
    }

    public static Scattered decode(byte[] bytes) {
        return read(bytes, in -> {
            int kind = in.readUnsignedByte();
            var document = reference(in);
            return switch (kind) {
                case PROBE -> probe(document, in);
                case DOCUMENT -> new Document(document, in.readInt(), bytes(in), in.readAllBytes());
                case ROLL_CALL ->
                    new RollCall(document, DecisionForm.card(in), MemberCodec.decodeGiven(in.readAllBytes()));
                case ANSWER ->
                    new Answer(document, in.readInt(), in.readInt(), list(in, ScatteredCodec::hit), text(in));
                case ASK ->
                    new Ask(document, in.readInt(), in.readInt(), bytes(in), list(in, ScatteredCodec::reference));
                case PIECE ->
                    new Piece(document, in.readInt(), in.readInt(), list(in, ScatteredCodec::compared), text(in));
                case VERDICT -> verdict(document, in);
                case WITHDRAWAL -> new Withdrawal(document, in.readUTF(), in.readLong());
                default -> throw new IllegalArgumentException("no message between shares: " + kind);
            };
        });
    }

    private static int kind(Scattered message) {
        if (message instanceof Probe) {
            return PROBE;
        } else if (message instanceof Document) {
            return DOCUMENT;
        } else if (message instanceof RollCall) {
            return ROLL_CALL;
        } else if (message instanceof Answer) {
            return ANSWER;
        } else if (message instanceof Ask) {
            return ASK;
        } else if (message instanceof Piece) {
            return PIECE;
        }
        return message instanceof Verdict ? VERDICT : WITHDRAWAL;
    }

    static byte[] written(Form<DataOutputStream, DataOutputStream> form) {
        var bytes = new ByteArrayOutputStream();
        try (var out = form.use(new DataOutputStream(bytes))) {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Form<DataInputStream, T> form) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return form.use(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("cut message of " + bytes.length + " bytes", e);
        }
    }

    private static void write(DataOutputStream out, Probe probe) throws IOException {
        out.writeLong(probe.timeMs());
        out.writeInt(probe.share());
        out.writeInt(probe.shares());
        out.writeInt(probe.anchors().length);
        for (long anchor : probe.anchors()) {
            out.writeLong(anchor);
        }
    }

    private static Probe probe(Reference document, DataInputStream in) throws IOException {
        long timeMs = in.readLong();
        int share = in.readInt();
        int shares = in.readInt();
        var anchors = new long[count(in)];
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = in.readLong();
        }
        return new Probe(document, timeMs, share, shares, anchors);
    }

    private static void write(DataOutputStream out, Answer answer) throws IOException {
        out.writeInt(answer.share());
        out.writeInt(answer.shares());
        out.writeInt(answer.hits().size());
        for (var hit : answer.hits()) {
            write(out, hit);
        }
        write(out, answer.failure());
    }

    static void write(DataOutputStream out, Hit hit) throws IOException {
        write(out, hit.text());
        out.writeInt(hit.anchors());
    }

    static Hit hit(DataInputStream in) throws IOException {
        return new Hit(reference(in), in.readInt());
    }

    private static void write(DataOutputStream out, Ask ask) throws IOException {
        out.writeInt(ask.home());
        out.writeInt(ask.homes());
        write(out, ask.text());
        out.writeInt(ask.candidates().size());
        for (var candidate : ask.candidates()) {
            write(out, candidate);
        }
    }

    private static void write(DataOutputStream out, Piece piece) throws IOException {
        out.writeInt(piece.home());
        out.writeInt(piece.homes());
        out.writeInt(piece.matches().size());
        for (var compared : piece.matches()) {
            write(out, compared);
        }
        write(out, piece.failure());
    }

    static void write(DataOutputStream out, Compared compared) throws IOException {
        write(out, compared.text());
        DecisionForm.write(out, compared.match());
    }

    static Compared compared(DataInputStream in) throws IOException {
        return new Compared(reference(in), DecisionForm.match(in));
    }

    private static void write(DataOutputStream out, Verdict verdict) throws IOException {
        write(out, verdict.failure());
        if (verdict.decision() != null) {
            DecisionForm.write(out, verdict.decision());
            out.write(verdict.old() == null ? new byte[0] : MemberCodec.encode(verdict.old()));
        }
    }

    private static Verdict verdict(Reference document, DataInputStream in) throws IOException {
        String failure = text(in);
        if (failure != null) {
            return new Verdict(document, null, null, failure);
        }
        var decision = DecisionForm.decision(in);
        byte[] old = in.readAllBytes();
        return new Verdict(document, decision, old.length == 0 ? null : MemberCodec.decodeGiven(old), null);
    }

    static void write(DataOutputStream out, Reference reference) throws IOException {
        out.writeInt(reference.window());
        out.writeLong(reference.number());
    }

    static Reference reference(DataInputStream in) throws IOException {
        return new Reference(in.readInt(), in.readLong());
    }

    static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(count(in));
    }

    static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    static <T> List<T> list(DataInputStream in, Form<DataInputStream, T> form) throws IOException {
        var list = new ArrayList<T>();
        for (int left = count(in); left > 0; left--) {
            list.add(form.use(in));
        }
        return list;
    }

    /** More than are there is an error, not an allocation. */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IllegalArgumentException(count + " entries in " + in.available() + " bytes");
        }
        return count;
    }
}
