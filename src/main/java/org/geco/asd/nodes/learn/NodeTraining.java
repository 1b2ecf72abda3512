package org.geco.asd.nodes.learn;

import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.cluster.ClusterTrainer;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.Model;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.nodes.knime.NodeWarnings;

/** A training as a node's settings have it, on this computer or, if they say so, on a cluster. */
record NodeTraining<M extends Model>(ClipSource clips, TrainingOptions<M> options, Optional<ClusterSettings> cluster,
    ProgressMonitor progress, TrainingHistory history, NodeWarnings warnings) implements LearnerNode.Run<M> {
    @Override
    public M with(final Learner<M> learner) throws AsdException {
        return Training.run(learner, clips, options, progress, history);
    }

    @Override
    public <S extends MethodSettings> M with(final ClusterMethod<S, M> method, final S settings)
        throws AsdException {
        return cluster.isEmpty() ? with(method.learner().apply(settings))
            : new ClusterTrainer(cluster.get()).train(method, new HandedTraining<>(settings,
                options.checkpoints().every(), clips, options.model()), progress, history);
    }

    @Override
    public void warn(final String message) {
        warnings.add(message);
    }
}
