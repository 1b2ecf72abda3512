package org.geco.asd.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nn.optim.RateCourse;

/** Made-up clips: machine types in turn, every fourth clip held out. */
record MadeUpClips(List<String> types, int count, int frames) implements ClipSource {
    private static final MelSettings MEL = new MelSettings(16_000, 1024, 512, 8, 0, 8000);

    /** @return a network that is trained in a moment */
    static PaeSettings pae(final int epochs) {
        return new PaeSettings(new PaeArchitecture(5, 16, 1, 4, 8, 1, 2, 2),
            TrainingSettings.of(epochs, 16, 1e-2, RateCourse.steps(List.of(1))).withSeed(3), 2, 1);
    }

    /** @return all of a model but when it was made and how long it took */
    static byte[] repeatable(final PaeModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public MachineId machine(final int index) {
        return new MachineId(types.get(index % types.size()), "0" + index / types.size() % 2);
    }

    @Override
    public String name(final int index) {
        return "Row" + index;
    }

    @Override
    public Object recording(final int index) {
        return "recording " + index / 2;
    }

    @Override
    public boolean isHeldOut(final int index) {
        return index / types.size() % 4 == 3;
    }

    @Override
    public Spectrogram load(final int index) {
        final SplittableRandom random = new SplittableRandom(index);
        final float[] values = new float[(frames + index) * MEL.mels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(-40 + 10 * Math.sin(0.1 * (index % types.size() + 1) * i) + random.nextDouble());
        }
        return new Spectrogram(MEL, frames + index, values);
    }
}
