package org.geco.asd.learn.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.nn.tensor.Weights;

/**
 * The file format of {@link Checkpoint}: magic (long), version (int), fingerprint, epochs (int), finished (boolean),
 * history, weights, best epoch; last the CRC-32 of all that (int). A file is read only after its checksum was found
 * right, so that nothing has to be believed of a torn one.
 */
final class CheckpointFormat {

    private static final long MAGIC = 0x4765436F5F434B50L; // "GeCo_CKP"

    private static final int VERSION = 1;

    private static final int BUFFER = 1 << 16;

    private CheckpointFormat() {
    }

    static void write(final Checkpoint checkpoint, final OutputStream stream) throws IOException {
        final CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(stream, BUFFER),
            new CRC32());
        final DataOutputStream out = new DataOutputStream(checked);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(checkpoint.training().what());
        out.writeInt(checkpoint.training().traits().size());
        for (final Map.Entry<String, String> trait : checkpoint.training().traits().entrySet()) {
            out.writeUTF(trait.getKey());
            out.writeUTF(trait.getValue());
        }
        out.writeInt(checkpoint.epochs());
        out.writeBoolean(checkpoint.finished());
        writeHistory(checkpoint.history(), out);
        checkpoint.weights().write(out);
        out.writeBoolean(checkpoint.best().isPresent());
        if (checkpoint.best().isPresent()) {
            final Best best = checkpoint.best().get();
            out.writeInt(best.epoch());
            out.writeDouble(best.loss());
            best.weights().write(out);
        }
        out.writeInt((int)checked.getChecksum().getValue());
        out.flush();
    }

    /** @throws IOException also if the file is not, or no longer, a whole checkpoint */
    static Checkpoint read(final Path file) throws IOException, AsdException {
        requireWhole(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (in.readLong() != MAGIC) {
                throw new IOException("it does not start as a checkpoint does");
            }
            final int version = in.readInt();
            if (version != VERSION) {
                throw new AsdException("The checkpoint " + file + " is in format " + version
                    + ", this version reads format " + VERSION + ".",
                    "Go on with the version of the extension that wrote it, or choose another folder.");
            }
            final String what = in.readUTF();
            final Map<String, String> traits = new LinkedHashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                traits.put(in.readUTF(), in.readUTF());
            }
            final int epochs = in.readInt();
            final boolean finished = in.readBoolean();
            final List<EpochReport> history = readHistory(in);
            final Weights weights = Weights.read(in);
            final Optional<Best> best = in.readBoolean()
                ? Optional.of(new Best(in.readInt(), in.readDouble(), Weights.read(in))) : Optional.empty();
            return new Checkpoint(new Fingerprint(what, traits), epochs, finished, weights, best, history);
        }
    }

    private static void requireWhole(final Path file) throws IOException {
        final CRC32 sum = new CRC32();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            long left = Files.size(file) - Integer.BYTES;
            final byte[] buffer = new byte[BUFFER];
            while (left > 0) {
                final int n = (int)Math.min(left, buffer.length);
                in.readFully(buffer, 0, n);
                sum.update(buffer, 0, n);
                left -= n;
            }
            if (left < 0 || in.readInt() != (int)sum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
        }
    }

    private static void writeHistory(final List<EpochReport> history, final DataOutputStream out) throws IOException {
        out.writeInt(history.size());
        for (final EpochReport report : history) {
            out.writeUTF(report.part());
            out.writeInt(report.epoch());
            out.writeUTF(report.stopped());
            out.writeInt(report.metrics().size());
            for (final Map.Entry<String, Double> metric : report.metrics().entrySet()) {
                out.writeUTF(metric.getKey());
                out.writeDouble(metric.getValue());
            }
        }
    }

    private static List<EpochReport> readHistory(final DataInputStream in) throws IOException {
        final List<EpochReport> history = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            final String part = in.readUTF();
            final int epoch = in.readInt();
            final String stopped = in.readUTF();
            final Map<String, Double> metrics = new LinkedHashMap<>();
            for (int m = in.readInt(); m > 0; m--) {
                metrics.put(in.readUTF(), in.readDouble());
            }
            history.add(new EpochReport(part, epoch, metrics, stopped));
        }
        return history;
    }
}
