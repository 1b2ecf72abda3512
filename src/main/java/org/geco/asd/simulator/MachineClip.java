package org.geco.asd.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.audio.WavWriter;


/** One simulated recording: a machine in a noisy plant, 16 kHz, one channel, 16 bits. */
final class MachineClip {
    static final int SAMPLE_RATE = 16000;

    /** RMS of a machine without background; leaves room for peaks of 20 dB. */
    private static final double MACHINE_LEVEL = 0.08;

    private MachineClip() { }

    /** @return the samples of a healthy and calibrated machine with, maybe, a fault in this clip */
    static short[] render(final Machine machine, final Optional<Fault> fault, final SimulatorSettings settings,
        final Randomness random) {
        final int samples = settings.samplesPerClip();
        final Machine today = machine.varied(random);
        final Machine heard =
            fault.map(f -> f.in(today, settings.severity() * random.between(0.7, 1.3), random)).orElse(today);
        final double[] mix = new double[samples];
        Level.add(mix, heard.render(samples, random), MACHINE_LEVEL);
        final double[] room = new RoomNoise().render(new Rotation(SAMPLE_RATE, mix), random);
        final double roomLevel = MACHINE_LEVEL * Level.ratio(-settings.snrDb()) * Level.ratio(random.between(-1, 1));
        Level.add(mix, room, roomLevel);
        return quantised(mix);
    }

    private static short[] quantised(final double[] signal) {
        final short[] samples = new short[signal.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short)Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(signal[i] * 32768)));
        }
        return samples;
    }

    static void write(final Path file, final short[] samples) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            WavWriter.write(out, samples, SAMPLE_RATE);
        }
    }
}
