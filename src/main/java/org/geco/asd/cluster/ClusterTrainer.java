package org.geco.asd.cluster;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.Model;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.learn.history.TrainingListener;

/**
 * Trains on a cluster, each network in a task of its own. The model and the history are, bit for bit, what a {@code
 * Training} gives with as many threads; a network whose worker is lost goes on elsewhere from its checkpoint.
 */
public final class ClusterTrainer {
    /** In the job's folder: the model of all networks. */
    public static final String MODEL = "trained.model";

    /** In the job's folder: what all networks have to say. */
    public static final String REPORT = "trained.json";

    /** Share of the progress that goes to writing the clips. */
    private static final double WRITING = 0.05;

    private final ClusterSettings m_settings;

    /** Nothing is looked at until something is trained. */
    public ClusterTrainer(final ClusterSettings settings) {
        m_settings = settings;
    }

    /**
     * @param listener hears of the epochs and warnings when all is done
     * @return the model
     * @throws AsdException if a setting or a clip is unusable, there is no such cluster, or the job fails
     */
    public <S extends MethodSettings, M extends Model> M train(final ClusterMethod<S, M> method,
        final HandedTraining<S, M> training, final ProgressMonitor progress, final TrainingListener listener)
        throws AsdException {
        method.learner().apply(training.settings()).checkAll(training.clips(), training.start());
        return new Submission(m_settings, "learn").run((folder, job) -> {
            training.write(method, folder, progress.part(0, WRITING));
            job.with(method.name() + " of " + training.clips().size() + " clips",
                List.of("--method", method.name(), "--training", Submission.uri(folder)), progress.part(WRITING, 1));
            final M model = method.model(folder.resolve(MODEL));
            TrainingReport.read(folder.resolve(REPORT)).to(listener);
            return model;
        });
    }
}
