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

    /** @return the mean error of a clip, by each member's network, in dB²; an AsdException if it is not finite */
    protected abstract ClipScore score(List<N> networks, Clip clip) throws AsdException;

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
