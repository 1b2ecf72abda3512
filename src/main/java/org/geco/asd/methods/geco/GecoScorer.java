package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a trained model (paper, section 2.3): 1 − cosine between the embeddings of evenly spaced patches
 * and the centre of the clip's own machine, averaged over the patches. A clip's score depends on nothing but the clip
 * and the model, but several clips at once are faster. For one thread at a time; holds native memory until it is closed.
 */
public final class GecoScorer implements AutoCloseable {

    private final GecoModel m_model;

    private final PatchEmbedder m_embedder;

    /**
     * @param model a trained model
     * @throws AsdException if ND4J cannot start
     */
    public GecoScorer(final GecoModel model) throws AsdException {
        m_model = model;
        m_embedder = new PatchEmbedder(model);
    }

    /** @return length of an embedding, 512 in the paper */
    public int embeddingSize() {
        return m_model.settings().architecture().network().embeddingSize();
    }

    /** @return how many clips are best scored at once */
    public int clipsAtOnce() {
        return m_embedder.clipsAtOnce();
    }

    /**
     * A clip to be scored.
     *
     * @param machine the machine that was recorded
     * @param spectrogram its spectrogram
     * @param name the clip's name, for messages
     */
    public record Clip(MachineId machine, Spectrogram spectrogram, String name) {
    }

    /**
     * What one clip gives.
     *
     * @param score mean over the patches of 1 − cosine to the machine's centre, 0 to 2
     * @param embedding mean of the patches' embeddings
     */
    public record Result(double score, float[] embedding) {
    }

    /**
     * What came of one clip.
     *
     * @param result null if the clip could not be scored
     * @param failure why it could not be scored; null if it could
     */
    public record Outcome(Result result, AsdException failure) {

        /**
         * @return the result
         * @throws AsdException if the clip could not be scored
         */
        public Result get() throws AsdException {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    /**
     * @param machine the machine that was recorded
     * @param clip its spectrogram
     * @param name the clip's name, for messages
     * @return score and embedding
     * @throws AsdException if the model does not know the machine, or the clip is too short, of other settings or not
     *             all numbers
     */
    public Result score(final MachineId machine, final Spectrogram clip, final String name) throws AsdException {
        return score(List.of(new Clip(machine, clip, name))).get(0).get();
    }

    /**
     * @param clips any number of clips
     * @return for each, in their order, score and embedding, or why it has none: as {@link #score(MachineId,
     *         Spectrogram, String)}, bit for bit
     */
    public List<Outcome> score(final List<Clip> clips) {
        final Outcome[] outcomes = new Outcome[clips.size()];
        final List<Integer> usable = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            try {
                m_model.indexOf(clips.get(i).machine());
                m_embedder.check(clips.get(i).spectrogram(), clips.get(i).name());
                usable.add(i);
            } catch (final AsdException e) {
                outcomes[i] = new Outcome(null, e);
            }
        }
        for (int from = 0; from < usable.size(); from += clipsAtOnce()) {
            final List<Integer> group = usable.subList(from, Math.min(from + clipsAtOnce(), usable.size()));
            final List<float[]> embeddings =
                m_embedder.embed(group.stream().map(i -> clips.get(i).spectrogram()).toList());
            for (int k = 0; k < group.size(); k++) {
                outcomes[group.get(k)] = outcome(clips.get(group.get(k)), embeddings.get(k));
            }
        }
        return List.of(outcomes);
    }

    private Outcome outcome(final Clip clip, final float[] patches) {
        try {
            final float[] centre = m_model.centres()[m_model.indexOf(clip.machine())];
            final int size = embeddingSize();
            double sum = 0;
            for (int p = 0; p < patches.length; p += size) {
                sum += 1 - Vectors.cosine(patches, p, centre);
            }
            final double score = sum * size / patches.length;
            if (!Double.isFinite(score)) {
                throw new AsdException("The GeCo score of " + clip.name() + " is " + score
                    + ": its spectrogram holds values that no sound has.",
                    "Extract the spectrogram again, or leave the clip out.");
            }
            return new Outcome(new Result(score, Vectors.mean(patches, size)), null);
        } catch (final AsdException e) {
            return new Outcome(null, e);
        }
    }

    /** Embeddings of the clip's patches, one after the other. */
    float[] embedPatches(final Spectrogram clip, final String name) throws AsdException {
        m_embedder.check(clip, name);
        return m_embedder.embed(List.of(clip)).get(0);
    }

    @Override
    public void close() {
        m_embedder.close();
    }
}
