package org.geco.asd.simulator;

/** One source of sound in a machine. */
@FunctionalInterface
interface Sound {
    /** @return one value per sample of a turning shaft */
    double[] render(Rotation rotation, Randomness random);

    /** @return the same sound, louder or softer */
    default Sound times(final double factor) {
        return (rotation, random) -> {
            final double[] out = render(rotation, random);
            for (int i = 0; i < out.length; i++) {
                out[i] *= factor;
            }
            return out;
        };
    }

    /** @return the same sound, its amplitude following the shaft: the envelope takes its angle in turns */
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
