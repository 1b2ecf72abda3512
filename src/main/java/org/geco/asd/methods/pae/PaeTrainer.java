package org.geco.asd.methods.pae;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.CheckpointLock;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.pae.TypeTrainer.Trained;
import org.geco.asd.nn.runtime.Nd4jRuntime;

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
    public static PaeModel train(final PaeSettings settings, final ClipSource source,
        final ProgressMonitor progress, final EpochReport.Listener listener) throws AsdException {
        return train(settings, source, TrainingOptions.none(), progress, listener);
    }

    /**
     * Trains, or trains a finished model further, or goes on with a training that was interrupted; then the model is
     * the one of a training that was not.
     *
     * @param settings how
     * @param source the normal clips of all machine types
     * @param options the model to train further, where types without clips stay as they are and new types start anew;
     *            and where checkpoints are
     * @param progress is told about each step and asked whether to go on
     * @param listener hears of every epoch, also of those before a checkpoint, and of warnings
     * @return a PAE for each machine type
     * @throws AsdException if settings or clips cannot be trained with, or do not fit the model or the checkpoints
     */
    public static PaeModel train(final PaeSettings settings, final ClipSource source,
        final TrainingOptions<PaeModel> options, final ProgressMonitor progress, final EpochReport.Listener listener)
        throws AsdException {
        settings.check();
        if (source.size() == 0) {
            throw new AsdException("There are no clips to train on.",
                "Check which rows are chosen for training, and that they have spectrograms.");
        }
        final CheckpointLock lock = options.checkpoints().open("pae");
        final MemoryBudget memory = MemoryBudget.of(settings.training().memoryMegabytes());
        try {
            return memory.guard("Training the PAE",
                () -> trainAlone(settings, source, options, memory, progress, listener));
        } finally {
            lock.close();
        }
    }

    private static PaeModel trainAlone(final PaeSettings settings, final ClipSource source,
        final TrainingOptions<PaeModel> options, final MemoryBudget memory, final ProgressMonitor progress,
        final EpochReport.Listener listener) throws AsdException {
        Nd4jRuntime.start();
        final MelSettings mel = source.load(0).settings();
        final Map<String, TypeModel> models = new TreeMap<>();
        if (options.model().isPresent()) {
            requireSame(options.model().get(), settings, mel);
            models.putAll(options.model().get().types());
        }
        final List<TypeClips> clips = read(settings, source, mel, progress, listener);
        final PaeResources resources =
            PaeResources.of(settings, mel.mels(), clips, memory, Runtime.getRuntime().availableProcessors());
        final Map<String, Trained> trained = new TypesTrainer(settings, mel, source, options, resources)
            .train(clips, progress.part(READING, 1), listener);
        if (trained.values().stream().allMatch(Trained::complete)) {
            // else types that were stopped go on from here, and the others need not be trained again
            trained.keySet().forEach(type -> TypesTrainer.store(options, type).remove());
        }
        trained.forEach((type, result) -> models.put(type, result.model()));
        return new PaeModel(mel, settings, models);
    }

    private static void requireSame(final PaeModel model, final PaeSettings settings, final MelSettings mel)
        throws AsdException {
        model.checkMel(mel);
        if (!model.settings().architecture().equals(settings.architecture())) {
            throw new AsdException("The PAE model to train further has the network "
                + model.settings().architecture() + ", the settings say " + settings.architecture() + ".",
                "Choose the preset and sizes that the model was trained with.",
                "Or connect no model to train from random weights.");
        }
    }

    /** Reads every clip once. */
    private static List<TypeClips> read(final PaeSettings settings, final ClipSource source,
        final MelSettings mel, final ProgressMonitor progress, final EpochReport.Listener listener)
        throws AsdException {
        final TreeMap<String, int[]> byType = new TreeMap<>(IntStream.range(0, source.size()).boxed()
            .collect(Collectors.groupingBy(i -> source.machine(i).type(),
                Collectors.collectingAndThen(Collectors.toList(),
                    list -> list.stream().mapToInt(Integer::intValue).toArray()))));
        final List<TypeClips> clips = new ArrayList<>();
        for (final Map.Entry<String, int[]> type : byType.entrySet()) {
            final double from = READING * clips.size() / byType.size();
            clips.add(TypeClips.read(type.getKey(), type.getValue(), source, mel, settings,
                progress.part(from, from + READING / byType.size()), listener::warning));
        }
        return clips;
    }
}
