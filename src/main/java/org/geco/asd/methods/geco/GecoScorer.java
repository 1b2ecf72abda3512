package org.geco.asd.methods.geco;

import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a trained model (paper, section 2.3): 1 − cosine between the embeddings of evenly spaced patches
 * and the centre of the clip's own machine, averaged over the patches, 0 to 2. The embedding is the mean over the
 * patches' embeddings. For one thread at a time; holds native memory until it is closed.
 */
public final class GecoScorer implements Scorer {

    private final GecoModel m_model;

    private final PatchEmbedder m_embedder;

    /** Fails if ND4J cannot start. */
    public GecoScorer(final GecoModel model) throws AsdException {
        m_model = model;
        m_embedder = new PatchEmbedder(model);
    }

    @Override
    public GecoModel model() {
        return m_model;
    }

    /** @return length of an embedding, 512 in the paper */
    public int embeddingSize() {
        return m_model.settings().architecture().network().embeddingSize();
    }

    @Override
    public int clipsAtOnce() {
        return m_embedder.clipsAtOnce();
    }

    @Override
    public List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        final List<float[]> patches = m_embedder.embed(clips.stream().map(Clip::spectrogram).toList());
        return IntStream.range(0, clips.size())
            .mapToObj(i -> Outcome.attempt(() -> score(clips.get(i), patches.get(i)))).toList();
    }

    private ClipScore score(final Clip clip, final float[] patches) throws AsdException {
        final float[] centre = m_model.centres()[m_model.indexOf(clip.machine())];
        final int size = embeddingSize();
        double sum = 0;
        for (int p = 0; p < patches.length; p += size) {
            sum += 1 - Vectors.cosine(patches, p, centre);
        }
        return ClipScore.of(sum * size / patches.length, m_model.method(), clip.name())
            .with(Vectors.mean(patches, size));
    }

    /** Embeddings of the clip's patches, one after the other. */
    float[] embedPatches(final Spectrogram clip) {
        return m_embedder.embed(List.of(clip)).get(0);
    }

    @Override
    public void close() {
        m_embedder.close();
    }
}
