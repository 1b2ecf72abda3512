package org.geco.asd.pae;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.SpectrogramSource;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.train.EpochReport;

/** Trains one PAE for each machine type of a set of normal clips (paper, section 2.1). */
public final class PaeTrainer {

    /** Share of the progress that goes to reading all clips once. */
    private static final double READING = 0.05;

    private PaeTrainer() {
    }

    /**
     * Trains. The same settings and clips give the same model, bit for bit, on the same machine.
     *
     * @param settings how
     * @param source the normal clips of all machine types
     * @param progress is told about each step and asked whether to go on
     * @param listener hears of every epoch of every machine type: metrics "loss" (dB²), "held-out loss" (dB², only if
     *            clips are held out) and "learning rate"; and of warnings
     * @return a PAE for each machine type
     * @throws AsdException if settings or clips cannot be trained with
     */
    public static PaeModel train(final PaeSettings settings, final SpectrogramSource source,
        final ProgressMonitor progress, final EpochReport.Listener listener) throws AsdException {
        settings.check();
        if (source.size() == 0) {
            throw new AsdException("There are no clips to train on.",
                "Check which rows are chosen for training, and that they have spectrograms.");
        }
        Nd4jRuntime.start();
        final TreeMap<String, int[]> byType = new TreeMap<>(IntStream.range(0, source.size()).boxed()
            .collect(Collectors.groupingBy(i -> source.machine(i).type(),
                Collectors.collectingAndThen(Collectors.toList(),
                    list -> list.stream().mapToInt(Integer::intValue).toArray()))));
        final MelSettings mel = source.load(0).settings();
        final Map<String, TypeClips> clips = new TreeMap<>();
        for (final Map.Entry<String, int[]> type : byType.entrySet()) {
            final double from = READING * clips.size() / byType.size();
            clips.put(type.getKey(), TypeClips.read(type.getKey(), type.getValue(), source, mel, settings,
                progress.part(from, from + READING / byType.size())));
        }
        final Map<String, TypeModel> models = new TreeMap<>();
        for (final TypeClips type : clips.values()) {
            final double share = (1 - READING) / clips.size();
            final double from = READING + share * models.size();
            models.put(type.type(), new TypeTrainer(settings, mel.mels(), type, source, listener)
                .train(progress.part(from, from + share)));
        }
        return new PaeModel(mel, settings, models);
    }
}
