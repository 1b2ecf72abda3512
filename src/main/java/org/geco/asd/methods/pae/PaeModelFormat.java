package org.geco.asd.methods.pae;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.SettingsFormat;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.tensor.Weights;

/**
 * The stream format of {@link PaeModel}: magic (long), version (int), mel settings, architecture, training, number of
 * types (int), then for each type its name, IDs, number of clips, standardisation and {@link Weights}.
 */
final class PaeModelFormat {

    private static final long MAGIC = 0x4765436F5F504145L; // "GeCo_PAE"

    private static final int VERSION = 2;

    /** Before stop rules and courses of the learning rate: the rate fell to a tenth half-way. */
    private static final int FIRST_VERSION = 1;

    private static final int MAX_COUNT = 1 << 20;

    private PaeModelFormat() {
    }

    static void write(final PaeModel model, final OutputStream stream) throws IOException {
        final DataOutputStream out = new DataOutputStream(stream);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        model.mel().write(out);
        writeArchitecture(model.settings().architecture(), out);
        writeTraining(model.settings(), out);
        out.writeInt(model.types().size());
        for (final Map.Entry<String, TypeModel> entry : model.types().entrySet()) {
            final TypeModel type = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeInt(type.ids().size());
            for (final String id : type.ids()) {
                out.writeUTF(id);
            }
            out.writeInt(type.clips());
            out.writeFloat(type.standardisation().mean());
            out.writeFloat(type.standardisation().deviation());
            type.weights().write(out);
        }
        out.flush();
    }

    static PaeModel read(final InputStream stream) throws IOException, AsdException {
        final DataInputStream in = new DataInputStream(stream);
        try {
            if (in.readLong() != MAGIC) {
                throw damaged("it does not start as a PAE model does");
            }
            final int version = in.readInt();
            if (version < FIRST_VERSION || version > VERSION) {
                throw new AsdException("The PAE model is in format " + version + ", this version reads formats up "
                    + "to " + VERSION + ".", "Use the version of the extension that wrote the model, or a later one.");
            }
            final MelSettings mel = MelSettings.read(in);
            final PaeSettings settings = readSettings(readArchitecture(in), in, version);
            final Map<String, TypeModel> types = new TreeMap<>();
            final int count = count(in);
            for (int i = 0; i < count; i++) {
                types.put(in.readUTF(), readType(in));
            }
            return new PaeModel(mel, settings, types);
        } catch (final EOFException ex) {
            throw damaged("it ends too early");
        } catch (final IllegalArgumentException ex) {
            throw damaged(ex.getMessage());
        }
    }

    private static TypeModel readType(final DataInputStream in) throws IOException, AsdException {
        final List<String> ids = new ArrayList<>();
        final int count = count(in);
        for (int i = 0; i < count; i++) {
            ids.add(in.readUTF());
        }
        final int clips = in.readInt();
        final Standardisation standardisation = new Standardisation(in.readFloat(), in.readFloat());
        return new TypeModel(ids, clips, standardisation, Weights.read(in));
    }

    private static void writeArchitecture(final PaeArchitecture a, final DataOutputStream out) throws IOException {
        for (final int size : new int[]{a.blockFrames(), a.encoderWidth(), a.encoderBlocks(), a.bottleneck(),
            a.decoderWidth(), a.decoderBlocks(), a.heads(), a.mlpRatio()}) {
            out.writeInt(size);
        }
    }

    private static PaeArchitecture readArchitecture(final DataInputStream in) throws IOException {
        return new PaeArchitecture(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(),
            in.readInt(), in.readInt());
    }

    private static void writeTraining(final PaeSettings settings, final DataOutputStream out) throws IOException {
        final TrainingSettings training = settings.training();
        out.writeInt(training.epochs());
        out.writeInt(training.batchSize());
        out.writeDouble(training.learningRate());
        out.writeInt(settings.windowStride());
        SettingsFormat.write(training.stop(), out);
        out.writeLong(training.seed());
        out.writeInt(training.memoryMegabytes());
        SettingsFormat.write(training.rates(), out);
        out.writeInt(training.partsAtOnce());
    }

    private static PaeSettings readSettings(final PaeArchitecture architecture, final DataInputStream in,
        final int version) throws IOException {
        final int epochs = in.readInt();
        final int batchSize = in.readInt();
        final double learningRate = in.readDouble();
        final int windowStride = in.readInt();
        if (version == FIRST_VERSION) {
            final double heldOut = in.readDouble();
            final long seed = in.readLong();
            in.readInt(); // megabytes for spectrograms alone: no memory budget
            return new PaeSettings(architecture, new TrainingSettings(epochs, batchSize, learningRate,
                RateCourse.steps(PaeSettings.halfWay(epochs)), new StopRules(heldOut, 0, 0), seed, 0, 0), windowStride);
        }
        final StopRules stop = SettingsFormat.readRules(in);
        final long seed = in.readLong();
        final int memory = in.readInt();
        return new PaeSettings(architecture, new TrainingSettings(epochs, batchSize, learningRate,
            SettingsFormat.readRates(in), stop, seed, memory, in.readInt()), windowStride);
    }

    private static int count(final DataInputStream in) throws IOException, AsdException {
        final int count = in.readInt();
        if (count < 0 || count > MAX_COUNT) {
            throw damaged("it claims to hold " + count + " entries");
        }
        return count;
    }

    private static AsdException damaged(final String how) {
        return new AsdException("The PAE model is damaged: " + how + ".",
            "Train the model again, or restore the file from a backup.");
    }
}
