package org.geco.asd.bench.quality;

import java.util.List;

/** Methods that combine the scores of others. */
final class Combined {
    private Combined() {
    }

    /** @return Eqn (4) with the same γ for every machine */
    static Method fused(final String pae, final String geco, final double gamma) {
        return (fold, others) -> {
            final List<ClipResult> errors = others.of(pae);
            final List<ClipResult> distances = others.of(geco);
            final double[] scores = new double[errors.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = errors.get(i).score() + gamma * distances.get(i).score();
            }
            return scores;
        };
    }
}
