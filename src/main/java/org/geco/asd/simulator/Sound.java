package org.geco.asd.simulator;

/** One source of sound in a machine. */
@FunctionalInterface
interface Sound {
    /**
     * @param rotation how the machine's shaft turned
     * @param random draws what differs from clip to clip
     * @return one value per sample
     */
    double[] render(Rotation rotation, Randomness random);

    /**
     * @param factor amplitude
     * @return the same sound, louder or softer
     */
    default Sound times(final double factor) {
        return (rotation, random) -> {
            final double[] out = render(rotation, random);
            for (int i = 0; i < out.length; i++) {
                out[i] *= factor;
            }
            return out;
        };
    }

    /**
     * @param envelope amplitude for an angle in turns
     * @return the same sound, its amplitude following the shaft
     */
    default Sound following(final java.util.function.DoubleUnaryOperator envelope) {
        return (rotation, random) -> {
            final double[] out = render(rotation, random);
            for (int i = 0; i < out.length; i++) {
                out[i] *= envelope.applyAsDouble(rotation.turns()[i]);
            }
            return out;
        };
    }
}
