package org.geco.asd.learn.types;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;

/**
 * Scores a clip by the error, in dB², of its machine type's network, the larger the more anomalous; the score is the
 * mean over the members. Holds native memory for each machine type that was scored until it is closed.
 */
public abstract class TypesScorer<M extends TypesModel<?>, N extends LoadedTypes.Network> implements Scorer {
    private final M m_model;
    private final LoadedTypes<N> m_types;

    /** Scores with a trained model, whose networks are loaded so. */
    protected TypesScorer(final M model, final LoadedTypes.Loader<N> loader) {
        m_model = model;
        m_types = new LoadedTypes<>(model, loader);
    }

    /** @return what each member's network makes of a clip together; an AsdException if its error is not finite */
    protected abstract ClipScore score(List<N> networks, Clip clip) throws AsdException;

    /** @return the mean of the members' errors of a clip, in dB², and these; an AsdException if it is not finite */
    protected final ClipScore mean(final List<Double> errors, final Clip clip) throws AsdException {
        return ClipScore.of(errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), m_model.method(),
            clip.name()).with(errors);
    }

    /** @return the network of each member for a machine type; an AsdException if there is none */
    protected final List<N> networks(final String type) throws AsdException {
        return m_types.all(type);
    }

    @Override
    public final M model() {
        return m_model;
    }

    @Override
    public final List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        return clips.stream().map(clip -> Outcome.attempt(() -> score(networks(clip.machine().type()), clip)))
            .toList();
    }

    @Override
    public final void close() {
        m_types.close();
    }
}
