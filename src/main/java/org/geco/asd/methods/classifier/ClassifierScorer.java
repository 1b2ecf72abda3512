package org.geco.asd.methods.classifier;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.patches.PatchesScorer;
import org.geco.asd.nn.classify.Probabilities;

/** Scores clips by how little their machine is recognised, or by the distance from its centre. For one thread. */
public final class ClassifierScorer extends PatchesScorer<ClassifierModel> {
    private final List<Probabilities> m_classifiers;

    /** Fails if ND4J cannot start. */
    public ClassifierScorer(final ClassifierModel model) throws AsdException {
        super(model);
        m_classifiers = model.members().stream()
            .map(member -> new Probabilities(model.settings().head(), member.weights())).toList();
    }

    @Override
    protected Place place(final int member, final int machine, final float[] patches) {
        final ClassifierSettings.Score score = model().settings().score();
        if (score == ClassifierSettings.Score.DISTANCE) {
            return super.place(member, machine, patches);
        }
        final int size = embeddingSize();
        final Probabilities classifier = m_classifiers.get(member);
        final double[] losses = IntStream.range(0, patches.length / size)
            .mapToDouble(p -> score == ClassifierSettings.Score.NEGATIVE_LOG_PROBABILITY
                ? classifier.negativeLog(patches, p * size, machine)
                : classifier.negativeLogWithMargin(patches, p * size, machine))
            .toArray();
        final int[] counted = IntStream.range(0, losses.length).boxed()
            .sorted(Comparator.comparingDouble(p -> -losses[p]))
            .limit(model().settings().scoring().counted(losses.length)).mapToInt(Integer::intValue).sorted().toArray();
        final float[] those = new float[counted.length * size];
        for (int i = 0; i < counted.length; i++) {
            System.arraycopy(patches, counted[i] * size, those, i * size, size);
        }
        return new Place(IntStream.of(counted).mapToDouble(p -> losses[p]).average().orElseThrow(), those,
            model().members().get(member).centres()[machine][0]);
    }
}
