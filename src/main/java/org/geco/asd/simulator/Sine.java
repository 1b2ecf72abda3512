package org.geco.asd.simulator;

/**
 * Sine by table and linear interpolation (error below 1e-6): the same bits on every machine, which Math.sin does not
 * promise, and many times faster than StrictMath.sin.
 */
final class Sine {
    private static final int SIZE = 4096;
    private static final double[] TABLE = table();

    private Sine() { }

    private static double[] table() {
        final double[] table = new double[SIZE + 1];
        for (int i = 0; i <= SIZE; i++) {
            table[i] = StrictMath.sin(2 * StrictMath.PI * i / SIZE);
        }
        return table;
    }

    /** @return the sine of an angle in whole turns, any value */
    static double of(final double turns) {
        final double at = (turns - Math.floor(turns)) * SIZE;
        final int index = (int)at;
        if (index >= SIZE) {
            return 0;
        }
        return TABLE[index] + (at - index) * (TABLE[index + 1] - TABLE[index]);
    }
}
