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

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.files.WholeFile;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.learn.history.TrainingListener;

/** How the networks of a model are trained apart, kept in files, and joined. */
record Method<M extends Model>(Learner<M> learner, Reader<M> reader) {
    /** Reads a model. */
    @FunctionalInterface
    interface Reader<M> {
        M read(InputStream in) throws IOException, AsdException;
    }

    /** @return the networks that clips of these machines make, in the order of {@link #joined} */
    List<PartName> networks(final Collection<MachineId> machines) {
        return PartName.ofAll(learner, machines);
    }

    /** Trains a network into a file, which appears as a whole. @return the file; or why nothing can be trained on */
    Outcome<Path> train(final PartName network, final TrainingClips clips, final CheckpointSettings checkpoints,
        final Path file, final ProgressMonitor progress, final TrainingListener listener)
        throws AsdException {
        final Outcome<M> model = Training.part(network, learner, clips.of(learner.training().stop()),
            new TrainingOptions<>(Optional.empty(), checkpoints), progress, listener);
        if (model.isPresent()) {
            try {
                WholeFile.write(file, model.value()::write);
            } catch (final IOException e) {
                throw new AsdException("The network '" + file + "' cannot be written: " + e.getMessage(), e,
                    "Check that the workers may write there, and that there is room.");
            }
        }
        return model.map(written -> file);
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
