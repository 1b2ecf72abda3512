package org.geco.asd.learn.types;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;
import org.geco.asd.mel.Spectrogram;

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

    /** @return a clip as a network makes it again, in dB, frame after frame */
    protected abstract float[] reconstruction(N network, Spectrogram clip);

    /**
     * @return a clip as the model makes it again, of several members their mean, in dB, frame after frame; fails if the
     *         model cannot score it
     */
    public final float[] reconstruct(final Clip clip) throws AsdException {
        final Clip checked = m_model.check(clip);
        return Means.of(networks(checked).stream().map(network -> reconstruction(network, checked.spectrogram()))
            .toList());
    }

    /** @return the network of each member for a clip's machine type; an AsdException if there is none */
    private List<N> networks(final Clip clip) throws AsdException {
        return m_types.all(clip.machine().type());
    }

    @Override
    public final M model() {
        return m_model;
    }

    @Override
    public final List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        return clips.stream().map(clip -> Outcome.attempt(() -> score(networks(clip), clip)))
            .toList();
    }

    @Override
    public final void close() {
        m_types.close();
    }
}
