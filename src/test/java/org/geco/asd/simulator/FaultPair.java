package org.geco.asd.simulator;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * A simulated clip without and with a fault, the same in everything else, bit for bit: where the two spectrograms
 * differ is the fault.
 */
public record FaultPair(Spectrogram healthy, Spectrogram faulty) {
    private static final double MACHINE_LEVEL = 0.08;
    private static final double SNR_DB = 6;

    public static MachineId machine(final MachineType type, final int number) {
        return new MachineId(type.text(), "0" + number);
    }

    /** With another seed all machines are others. */
    private static final int SEED = 2 * Integer.getInteger("occlusion.seed", 0);

    /** A clip of the machine of this number within its type, of the fault's severity in the pair. */
    public static FaultPair of(final MachineType type, final int number, final Fault fault, final int clip,
        final double seconds, final double severity) throws AsdException {
        final String name = type + " " + number + " " + clip + " ";
        final Machine today = type.machine(number).calibrated(Randomness.of(SEED, machine(type, number).toString()))
            .varied(Randomness.of(SEED + 1, name + "load"));
        return new FaultPair(spectrogram(today, name, seconds),
            spectrogram(fault.in(today, severity, Randomness.of(SEED + 1, name + "fault")), name, seconds));
    }

    private static Spectrogram spectrogram(final Machine machine, final String name, final double seconds)
        throws AsdException {
        final int rate = MachineClip.SAMPLE_RATE;
        final double[] mix = new double[(int)(seconds * rate)];
        Level.add(mix, machine.render(mix.length, Randomness.of(SEED + 1, name + "sound")), MACHINE_LEVEL);
        Level.add(mix, new RoomNoise().render(new Rotation(rate, mix), Randomness.of(SEED + 1, name + "room")),
            MACHINE_LEVEL * Level.ratio(-SNR_DB));
        final float[] samples = new float[mix.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float)Math.max(-1, Math.min(1, mix[i]));
        }
        return new LogMelExtractor(MelSettings.PAPER).extract(samples);
    }
}
