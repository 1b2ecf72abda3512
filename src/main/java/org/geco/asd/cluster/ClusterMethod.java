package org.geco.asd.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Model;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;

/**
 * A method whose trainings can be handed over to a cluster: all that its learner needs are settings.
 *
 * @param name the method's, by which the job knows it
 * @param settings their class
 * @param learner of settings
 * @param reader of its models
 */
public record ClusterMethod<S extends MethodSettings, M extends Model>(String name, Class<S> settings,
    Function<S, Learner<M>> learner, Reader<M> reader) {
    /** A PAE for each machine type. */
    public static final ClusterMethod<PaeSettings, PaeModel> PAE =
        new ClusterMethod<>("PAE", PaeSettings.class, PaeLearner::new, PaeModel::read);

    private static final List<ClusterMethod<?, ?>> ALL = List.of(PAE);

    /** Reads a model. */
    @FunctionalInterface
    public interface Reader<M> {
        /** @return the model; fails if it is damaged, something else or of a later version */
        M read(InputStream in) throws IOException, AsdException;
    }

    /** @return the method of a name */
    public static ClusterMethod<?, ?> of(final String name) throws AsdException {
        return ALL.stream().filter(method -> method.name().equals(name)).findFirst().orElseThrow(
            () -> new AsdException("There is no method '" + name + "'.",
                "Name one of: " + ALL.stream().map(ClusterMethod::name).collect(Collectors.joining(", ")) + "."));
    }

    /** @return the model in a file */
    M model(final Path file) throws IOException, AsdException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return reader.read(in);
        }
    }
}
