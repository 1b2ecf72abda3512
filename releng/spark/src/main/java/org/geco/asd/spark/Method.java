package org.geco.asd.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.learn.history.TrainingListener;

/** How the networks of a model are trained apart, kept in files, and joined. */
record Method<M extends Model>(Learner<M> learner, ClusterMethod.Reader<M> reader, Optional<M> start) {
    /** Of networks that are trained from random weights. */
    Method(final Learner<M> learner, final ClusterMethod.Reader<M> reader) {
        this(learner, reader, Optional.empty());
    }

    /** @return the networks that clips of these machines make, in the order of {@link #joined} */
    List<PartName> networks(final Collection<MachineId> machines) {
        return PartName.ofAll(learner, machines);
    }

    /** @return the model of one network; or why nothing can be trained on */
    Outcome<M> train(final PartName network, final ClipSource clips, final CheckpointSettings checkpoints,
        final ProgressMonitor progress, final TrainingListener listener) throws AsdException {
        return Training.part(network, learner, clips, new TrainingOptions<>(start, checkpoints), progress, listener);
    }

    /** @return the model of networks in files */
    M joined(final List<Path> files) throws AsdException {
        final List<M> models = new ArrayList<>();
        for (final Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                models.add(reader.read(in));
            } catch (final IOException e) {
                throw new AsdException("The network '" + file + "' cannot be read: " + e.getMessage(), e,
                    "Delete the file: the job trains the network again.");
            }
        }
        return learner.joined(models);
    }
}
