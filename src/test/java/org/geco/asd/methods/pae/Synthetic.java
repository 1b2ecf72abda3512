package org.geco.asd.methods.pae;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.RateCourse;

/** Small spectrograms of made-up machines: a few bands that beat in time, with noise. */
public final class Synthetic {

    public static final MelSettings MEL = new MelSettings(16000, 1024, 512, 8, 0, 8000);

    /** A network that trains in a moment. */
    public static final PaeArchitecture TINY = new PaeArchitecture(5, 16, 1, 4, 8, 1, 2, 2);

    private Synthetic() {
    }

    public static PaeSettings settings(final int epochs, final long seed) {
        final RateCourse rates = RateCourse.steps(PaeSettings.halfWay(epochs));
        return new PaeSettings(TINY, TrainingSettings.of(epochs, 32, 1e-2, rates).withSeed(seed), 1, 1);
    }

    /** A clip of a machine type; another rhythm is an anomaly. */
    public static Spectrogram clip(final String type, final double rhythm, final int frames, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double phase = random.nextDouble() * 2 * Math.PI;
        final float[] values = new float[frames * MEL.mels()];
        for (int t = 0; t < frames; t++) {
            for (int mel = 0; mel < MEL.mels(); mel++) {
                final double beat = 10 * Math.sin(rhythm * t + phase + mel * 0.2 * type.length());
                values[t * MEL.mels() + mel] = (float)(-40 + 3 * mel + beat + 0.3 * random.nextGaussian());
            }
        }
        return new Spectrogram(MEL, frames, values);
    }

    public static ClipSource source(final int clipsPerType, final String... types) {
        final List<Spectrogram> clips = new ArrayList<>();
        final List<MachineId> machines = new ArrayList<>();
        for (final String type : types) {
            for (int i = 0; i < clipsPerType; i++) {
                clips.add(clip(type, 0.9, 40 + i, i));
                machines.add(new MachineId(type, "0" + i % 2));
            }
        }
        return source(clips, machines);
    }

    /** Clips of 40 frames each, so that only what they hold tells them apart. */
    public static ClipSource sameLength(final int clipsPerType, final String... types) {
        final List<Spectrogram> clips = new ArrayList<>();
        final List<MachineId> machines = new ArrayList<>();
        for (final String type : types) {
            for (int i = 0; i < clipsPerType; i++) {
                clips.add(clip(type, 0.9, 40, i));
                machines.add(new MachineId(type, "00"));
            }
        }
        return source(clips, machines);
    }

    public static ClipSource source(final List<Spectrogram> clips, final List<MachineId> machines) {
        return new ClipSource() {
            @Override
            public int size() {
                return clips.size();
            }

            @Override
            public MachineId machine(final int index) {
                return machines.get(index);
            }

            @Override
            public String name(final int index) {
                return "Row" + index;
            }

            @Override
            public Spectrogram load(final int index) {
                return clips.get(index);
            }
        };
    }

    /** @return the model with one member of each machine type */
    public static PaeModel only(final PaeModel model, final int member) {
        return new PaeModel(model.mel(), model.settings().withMembers(1), only(model.types(), member),
            Optional.empty());
    }

    /** @return machine types with one of their members */
    public static Map<String, TypeModel> only(final Map<String, TypeModel> types, final int member) {
        final Map<String, TypeModel> one = new TreeMap<>();
        types.forEach((name, type) -> one.put(name, new TypeModel(type.ids(), type.clips(), type.standardisation(),
            List.of(type.members().get(member - 1)))));
        return one;
    }

    /** The file of a model, without what differs from run to run. */
    static byte[] bytes(final PaeModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    /** A clip's score. */
    public static double score(final PaeScorer scorer, final String type, final Spectrogram clip) throws AsdException {
        return scorer.score(new MachineId(type, "00"), clip, type).score();
    }
}
