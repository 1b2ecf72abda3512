package org.geco.asd.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What one machine is made of.
 *
 * @param hz mean turns (or strokes) a second
 * @param wander relative size of the speed's random variation
 * @param slip relative sag of the speed while the drive slips; 0 for a healthy drive
 * @param parts the sources of its sound, together of RMS 1 in a {@linkplain #calibrated calibrated} machine
 * @param gate factor on all its sound, sample by sample
 */
record Machine(double hz, double wander, double slip, List<Sound> parts, Sound gate) {
    private static final int CALIBRATION_SAMPLES = 2 * MachineClip.SAMPLE_RATE;
    private static final double LOAD_DB = 1.5;
    private static final double LOAD_SPEED = 0.02;

    private static final Sound OPEN = (rotation, random) -> {
        final double[] ones = new double[rotation.samples()];
        java.util.Arrays.fill(ones, 1);
        return ones;
    };

    Machine(final double hz, final double wander, final Sound... parts) {
        this(hz, wander, 0, List.of(parts), OPEN);
    }

    Machine withSlip(final double more) {
        return new Machine(hz, wander, more, parts, gate);
    }

    Machine withPart(final Sound part) {
        final List<Sound> more = new ArrayList<>(parts);
        more.add(part);
        return new Machine(hz, wander, slip, List.copyOf(more), gate);
    }

    Machine withGate(final Sound other) {
        return new Machine(hz, wander, slip, parts, other);
    }

    /**
     * @return the same machine as it sounds in one clip: under another load it runs a little faster or slower, and each
     *         part is louder or softer by up to 1.5 dB
     */
    Machine varied(final Randomness random) {
        final List<Sound> other = new ArrayList<>();
        for (final Sound part : parts) {
            other.add(part.times(Level.ratio(random.between(-LOAD_DB, LOAD_DB))));
        }
        return new Machine(hz * random.about1(LOAD_SPEED), wander, slip, List.copyOf(other), gate);
    }

    /** @return the same machine, as loud as every other */
    Machine calibrated(final Randomness random) {
        final double factor = 1 / Level.rms(render(CALIBRATION_SAMPLES, random));
        return new Machine(hz, wander, slip, parts.stream().map(part -> part.times(factor)).toList(), gate);
    }

    /** @return the machine's sound */
    double[] render(final int samples, final Randomness random) {
        final Rotation rotation = Rotation.of(hz, wander, slip, samples, random);
        final double[] out = new double[samples];
        for (final Sound part : parts) {
            Level.add(out, part.render(rotation, random), 1);
        }
        final double[] factors = gate.render(rotation, random);
        for (int i = 0; i < samples; i++) {
            out[i] *= factors[i];
        }
        return out;
    }
}
