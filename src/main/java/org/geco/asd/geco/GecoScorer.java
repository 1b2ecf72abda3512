package org.geco.asd.geco;

import org.geco.asd.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.geco.net.EmbeddingNetwork;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.Nd4jRuntime;

/**
 * Scores clips with a trained model (paper, section 2.3): 1 − cosine between the embeddings of evenly spaced patches
 * and the centre of the clip's own machine, averaged over the patches. A clip's score depends on nothing but the clip
 * and the model. For one thread at a time; holds native memory until it is closed.
 */
public final class GecoScorer implements AutoCloseable {

    private final GecoModel m_model;

    private final EmbeddingNetwork m_network;

    /**
     * @param model a trained model
     * @throws AsdException if ND4J cannot start
     */
    public GecoScorer(final GecoModel model) throws AsdException {
        Nd4jRuntime.start();
        m_model = model;
        final GecoArchitecture architecture = model.settings().architecture();
        m_network = new EmbeddingNetwork(architecture.network(), model.weights(), architecture.patchesPerClip(),
            architecture.patchFrames(), model.mel().mels());
    }

    /** @return length of an embedding, 512 in the paper */
    public int embeddingSize() {
        return m_model.settings().architecture().network().embeddingSize();
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
     * @param machine the machine that was recorded
     * @param clip its spectrogram
     * @param name the clip's name, for messages
     * @return score and embedding
     * @throws AsdException if the model does not know the machine, or the clip is too short, of other settings or not
     *             all numbers
     */
    public Result score(final MachineId machine, final Spectrogram clip, final String name) throws AsdException {
        final float[] centre = m_model.centres()[m_model.indexOf(machine)];
        final float[] patches = embedPatches(clip, name);
        final int size = embeddingSize();
        double sum = 0;
        for (int p = 0; p < patches.length; p += size) {
            sum += 1 - Vectors.cosine(patches, p, centre);
        }
        return new Result(sum * size / patches.length, Vectors.mean(patches, size));
    }

    /** Embeddings of the clip's patches, one after the other. */
    float[] embedPatches(final Spectrogram clip, final String name) throws AsdException {
        final GecoArchitecture architecture = m_model.settings().architecture();
        m_model.checkMel(clip.settings());
        Patches.requireLength(clip, name, architecture.patchFrames());
        Patches.requireNumbers(clip, name);
        final int frames = architecture.patchFrames();
        final int count = architecture.patchesPerClip();
        final float[] patches = new float[count * frames * clip.mels()];
        final int[] starts = Patches.evenlySpaced(clip.frames(), frames, count);
        for (int p = 0; p < count; p++) {
            Patches.copy(clip, starts[p], frames, patches, p * frames * clip.mels());
        }
        m_model.bands().apply(patches, 0, patches.length);
        return m_network.embed(patches, count);
    }

    @Override
    public void close() {
        m_network.close();
    }
}
