package org.geco.asd.methods.pae;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.SideBySide;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.OrderedReports;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.pae.TypeTrainer.Trained;

/**
 * Trains the PAEs of several machine types, some at once. Each type's PAE, reports and checkpoints are those of a
 * training on its own.
 */
final class TypesTrainer {

    private final PaeSettings m_settings;

    private final MelSettings m_mel;

    private final ClipSource m_source;

    private final TrainingOptions<PaeModel> m_options;

    private final PaeResources m_resources;

    /**
     * @param settings how they are trained
     * @param mel how the spectrograms were computed
     * @param source all clips
     * @param options models to start from and checkpoints
     * @param resources how many at once
     */
    TypesTrainer(final PaeSettings settings, final MelSettings mel, final ClipSource source,
        final TrainingOptions<PaeModel> options, final PaeResources resources) {
        m_settings = settings;
        m_mel = mel;
        m_source = source;
        m_options = options;
        m_resources = resources;
    }

    static CheckpointStore store(final TrainingOptions<PaeModel> options, final String type) {
        return options.checkpoints().store("pae-" + type);
    }

    /**
     * @param types clips of each machine type
     * @param progress is told about each step; cancels all
     * @param listener hears of one type after the other
     * @return machine type → its PAE
     * @throws AsdException the first failure
     */
    Map<String, Trained> train(final List<TypeClips> types, final ProgressMonitor progress,
        final EpochReport.Listener listener) throws AsdException {
        final TimeBudget time = TimeBudget.of(m_settings.training().stop());
        final OrderedReports reports = new OrderedReports(listener, types.size());
        final List<SideBySide.Piece<Trained>> pieces = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            final int index = i;
            pieces.add(part -> train(types, index, time, reports, part));
        }
        final List<Trained> trained = new SideBySide<>(pieces, progress).run(m_resources.atOnce());
        final Map<String, Trained> byType = new TreeMap<>();
        for (int i = 0; i < types.size(); i++) {
            byType.put(types.get(i).type(), trained.get(i));
        }
        return byType;
    }

    /** Each type gets its share of the time that is left for those that have not begun. */
    private Trained train(final List<TypeClips> types, final int index, final TimeBudget time,
        final OrderedReports reports, final ProgressMonitor progress) throws AsdException {
        final String type = types.get(index).type();
        final Optional<TypeModel> start = m_options.model().map(model -> model.types().get(type));
        final int rounds = (types.size() - index + m_resources.atOnce() - 1) / m_resources.atOnce();
        final Trained trained =
            new TypeTrainer(m_settings, m_mel, types.get(index), start, m_source, reports.of(index))
                .train(store(m_options, type), time.share(rounds), m_resources.cacheBytes(), progress);
        reports.finished(index);
        return trained;
    }
}
