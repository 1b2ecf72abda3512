package org.geco.asd.learn.patches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a trained model (GeCo's paper, section 2.3): 1 − cosine between the embeddings of evenly spaced
 * patches and the centre of the clip's own machine, the nearest of several, averaged over the patches, or the furthest
 * of them, and over the members of an ensemble, 0 to 2. The embedding is the mean of the same patches' directions, of
 * several members one after the other, divided by the root of their number: the score is 1 − its product with the
 * centres, of length 1 each, put together in the same way. For one thread at a time; holds native memory until it is
 * closed.
 */
public abstract class PatchesScorer<M extends PatchesModel<?>> implements Scorer {
    private final M m_model;
    private final List<PatchEmbedder> m_embedders = new ArrayList<>();

    /** Fails if ND4J cannot start. */
    protected PatchesScorer(final M model) throws AsdException {
        m_model = model;
        for (final PatchesModel.Member member : model.members()) {
            m_embedders.add(new PatchEmbedder(model.settings(), model.bands(), member.weights()));
        }
    }

    @Override
    public final M model() {
        return m_model;
    }

    /** @return length of an embedding of one member, 512 in the paper */
    public final int embeddingSize() {
        return m_model.settings().network().embeddingSize();
    }

    @Override
    public final int clipsAtOnce() {
        return m_embedders.get(0).clipsAtOnce();
    }

    @Override
    public final List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        final List<Spectrogram> spectrograms = clips.stream().map(Clip::spectrogram).toList();
        final List<List<float[]>> patches =
            m_embedders.stream().map(embedder -> embedder.embed(spectrograms)).toList();
        return IntStream.range(0, clips.size()).mapToObj(
            i -> Outcome.attempt(() -> score(clips.get(i), patches.stream().map(all -> all.get(i)).toList()))).toList();
    }

    /** @param patches of each member */
    private ClipScore score(final Clip clip, final List<float[]> patches) throws AsdException {
        final int machine = m_model.indexOf(clip.machine());
        final int size = embeddingSize();
        final float[] embedding = new float[patches.size() * size];
        final List<Double> members = new ArrayList<>();
        double score = 0;
        for (int m = 0; m < patches.size(); m++) {
            final Place place = place(m, machine, patches.get(m));
            members.add(place.score());
            score += place.score() / patches.size();
            final float[] mean = Vectors.meanDirection(place.patches(), size);
            for (int i = 0; i < size; i++) {
                embedding[m * size + i] = (float)(mean[i] / Math.sqrt(patches.size()));
            }
        }
        return ClipScore.of(score, m_model.method(), clip.name()).with(members).with(embedding);
    }

    /** The score that a member gives a clip, the patches that count, and the centre that is nearest to them. */
    public record Place(double score, float[] patches, float[] centre) { }

    /** @return what a member makes of the embeddings of a clip's patches: the distance from the nearest centre */
    protected Place place(final int member, final int machine, final float[] patches) {
        final int counted = m_model.settings().scoring().counted(patches.length / embeddingSize());
        return Arrays.stream(m_model.members().get(member).centres()[machine]).map(centre -> {
            final float[] furthest = Vectors.furthest(patches, centre, counted);
            return new Place(distance(furthest, centre), furthest, centre);
        }).min(Comparator.comparingDouble(Place::score)).orElseThrow();
    }

    private static double distance(final float[] patches, final float[] centre) {
        double sum = 0;
        for (int p = 0; p < patches.length; p += centre.length) {
            sum += 1 - Vectors.cosine(patches, p, centre);
        }
        return sum * centre.length / patches.length;
    }

    /** @return the embedder of each member */
    public final List<PatchEmbedder> embedders() {
        return m_embedders;
    }

    /** @return the machine's centre that is nearest to the embeddings of a clip's patches by a member */
    public final float[] centre(final int member, final MachineId machine, final float[] patches) throws AsdException {
        return place(member, m_model.indexOf(machine), patches).centre();
    }

    /** Embeddings of the clip's patches by the first member, one after the other. */
    public final float[] embedPatches(final Spectrogram clip) {
        return m_embedders.get(0).embed(List.of(clip)).get(0);
    }

    @Override
    public final void close() {
        m_embedders.forEach(PatchEmbedder::close);
    }
}
