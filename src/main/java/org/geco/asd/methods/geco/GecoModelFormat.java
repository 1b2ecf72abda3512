package org.geco.asd.methods.geco;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.SettingsFormat;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.tensor.Weights;
import org.geco.asd.nn.tensor.Weights.Tensor;

/**
 * The stream format of {@link GecoModel}: magic (long), version (int), mel settings, architecture, training, whether a
 * PAE took part, machines, and two blocks of {@link Weights}: the network's, then standardisation and centres.
 */
final class GecoModelFormat {

    private static final long MAGIC = 0x4765436F5F4D4F44L; // "GeCo_MOD"

    private static final int VERSION = 2;

    /** Before stop rules and courses of the learning rate: the rate fell in steps. */
    private static final int FIRST_VERSION = 1;

    private static final int MAX_COUNT = 1 << 20;

    private static final String BAND_MEAN = "bands.mean";

    private static final String BAND_DEVIATION = "bands.deviation";

    private static final String CENTRE = "centre.";

    private GecoModelFormat() {
    }

    static void write(final GecoModel model, final OutputStream stream) throws IOException {
        final DataOutputStream out = new DataOutputStream(stream);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        model.mel().write(out);
        writeArchitecture(model.settings().architecture(), out);
        writeTraining(model.settings(), out);
        out.writeBoolean(model.withPae());
        out.writeInt(model.machines().size());
        for (final MachineId machine : model.machines()) {
            out.writeUTF(machine.type());
            out.writeUTF(machine.id());
        }
        out.flush();
        model.weights().write(stream);
        statistics(model).write(stream);
        stream.flush();
    }

    private static Weights statistics(final GecoModel model) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(BAND_MEAN, vector(model.bands().mean()));
        tensors.put(BAND_DEVIATION, vector(model.bands().deviation()));
        for (int c = 0; c < model.centres().length; c++) {
            tensors.put(CENTRE + c, vector(model.centres()[c]));
        }
        return Weights.of(tensors);
    }

    private static Tensor vector(final float[] values) {
        return new Tensor(new long[]{values.length}, values);
    }

    static GecoModel read(final InputStream stream) throws IOException, AsdException {
        final DataInputStream in = new DataInputStream(stream);
        try {
            if (in.readLong() != MAGIC) {
                throw damaged("it does not start as a GeCo model does");
            }
            final int version = in.readInt();
            if (version < FIRST_VERSION || version > VERSION) {
                throw new AsdException("The GeCo model is in format " + version + ", this version reads formats up "
                    + "to " + VERSION + ".", "Use the version of the extension that wrote the model, or a later one.");
            }
            final MelSettings mel = MelSettings.read(in);
            final GecoSettings settings = readSettings(readArchitecture(in), in, version);
            final boolean withPae = in.readBoolean();
            final List<MachineId> machines = new ArrayList<>();
            final int count = count(in);
            for (int i = 0; i < count; i++) {
                machines.add(new MachineId(in.readUTF(), in.readUTF()));
            }
            return complete(mel, settings, machines, withPae, Weights.read(in), Weights.read(in));
        } catch (final EOFException e) {
            throw damaged("it ends too early");
        } catch (final IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
    }

    private static GecoModel complete(final MelSettings mel, final GecoSettings settings,
        final List<MachineId> machines, final boolean withPae, final Weights weights, final Weights statistics) {
        final float[][] centres = new float[machines.size()][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = statistics.get(CENTRE + c).values();
        }
        final BandStandardisation bands = new BandStandardisation(statistics.get(BAND_MEAN).values(),
            statistics.get(BAND_DEVIATION).values());
        return new GecoModel(mel, settings, machines, bands, weights, centres, withPae);
    }

    private static void writeArchitecture(final GecoArchitecture a, final DataOutputStream out) throws IOException {
        out.writeInt(a.baseWidth());
        out.writeInt(a.patchFrames());
        out.writeInt(a.patchesPerClip());
    }

    private static GecoArchitecture readArchitecture(final DataInputStream in) throws IOException {
        return new GecoArchitecture(in.readInt(), in.readInt(), in.readInt());
    }

    private static void writeTraining(final GecoSettings s, final DataOutputStream out) throws IOException {
        final TrainingSettings t = s.training();
        out.writeInt(t.epochs());
        out.writeInt(t.batchSize());
        out.writeDouble(t.learningRate());
        SettingsFormat.write(t.rates(), out);
        out.writeDouble(s.momentum());
        out.writeDouble(s.weightDecay());
        out.writeUTF(s.lambda().shape().name());
        out.writeDouble(s.lambda().start());
        out.writeDouble(s.lambda().end());
        out.writeDouble(s.lambda().max());
        out.writeUTF(s.lambda().unit().name());
        out.writeUTF(s.form().name());
        out.writeDouble(s.temperature());
        SettingsFormat.write(t.stop(), out);
        out.writeLong(t.seed());
        out.writeInt(t.memoryMegabytes());
    }

    private static GecoSettings readSettings(final GecoArchitecture architecture, final DataInputStream in,
        final int version) throws IOException {
        final int epochs = in.readInt();
        final int batchSize = in.readInt();
        final double learningRate = in.readDouble();
        final RateCourse rates = version == FIRST_VERSION ? RateCourse.steps(SettingsFormat.readMilestones(in))
            : SettingsFormat.readRates(in);
        final double momentum = in.readDouble();
        final double weightDecay = in.readDouble();
        final LambdaSettings lambda = new LambdaSettings(Ramp.Shape.valueOf(in.readUTF()), in.readDouble(),
            in.readDouble(), in.readDouble(), LambdaSettings.Unit.valueOf(in.readUTF()));
        final ContrastiveForm form = ContrastiveForm.valueOf(in.readUTF());
        final double temperature = in.readDouble();
        final StopRules stop = version == FIRST_VERSION ? StopRules.NONE : SettingsFormat.readRules(in);
        final long seed = in.readLong();
        final int megabytes = in.readInt();
        // the first format had megabytes for spectrograms alone there: no memory budget
        return new GecoSettings(architecture, new TrainingSettings(epochs, batchSize, learningRate, rates, stop, seed,
            version == FIRST_VERSION ? 0 : megabytes, 0), momentum, weightDecay, lambda, form, temperature);
    }

    private static int count(final DataInputStream in) throws IOException, AsdException {
        final int count = in.readInt();
        if (count < 0 || count > MAX_COUNT) {
            throw damaged("it claims to hold " + count + " entries");
        }
        return count;
    }

    private static AsdException damaged(final String how) {
        return new AsdException("The GeCo model is damaged: " + how + ".",
            "Train the model again, or restore the file from a backup.");
    }
}
