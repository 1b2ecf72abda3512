package org.geco.asd.mel;

/**
 * Powers to decibels, 10·log10(max(power, 1e-10)), to 1e-12 dB and several times as fast as {@link Math#log10}. Made of
 * additions and multiplications only, so that every machine computes the same bits.
 */
final class Decibels {
    /** Powers below this count as this: −100 dB. */
    private static final double SMALLEST_POWER = 1e-10;

    /** 2^7 intervals of the mantissa, each with a polynomial around its middle. */
    private static final int TABLE_BITS = 7;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = (long)Double.MAX_EXPONENT << MANTISSA_BITS;
    private static final double DB_OF_E = 10 / StrictMath.log(10);
    private static final double DB_OF_2 = DB_OF_E * StrictMath.log(2);

    /** For each interval 1 / its middle. */
    private static final double[] INVERSE = new double[1 << TABLE_BITS];

    /** For each interval the decibels of its middle. */
    private static final double[] MIDDLE = new double[1 << TABLE_BITS];

    static {
        for (int i = 0; i < INVERSE.length; i++) {
            INVERSE[i] = 1 / (1 + (i + 0.5) / INVERSE.length);
            MIDDLE[i] = -DB_OF_E * StrictMath.log(INVERSE[i]);
        }
    }

    private Decibels() { }

    /** @return the decibels of a power, −100 or more; NaN for NaN */
    static float of(final double power) {
        if (power <= SMALLEST_POWER) {
            return -100f;
        }
        if (!(power <= Double.MAX_VALUE)) {
            return (float)power;
        }
        // power = 2^exponent · mantissa, mantissa / middle = 1 + r with |r| <= 2^-8
        final long bits = Double.doubleToRawLongBits(power);
        final int exponent = (int)(bits >> MANTISSA_BITS) - Double.MAX_EXPONENT;
        final int interval = (int)(bits >> MANTISSA_BITS - TABLE_BITS) & INVERSE.length - 1;
        final double r = Double.longBitsToDouble(bits & MANTISSA | ONE) * INVERSE[interval] - 1;
        final double ln = r * (1 + r * (-1.0 / 2 + r * (1.0 / 3 + r * (-1.0 / 4 + r * (1.0 / 5)))));
        return (float)(exponent * DB_OF_2 + MIDDLE[interval] + DB_OF_E * ln);
    }
}
