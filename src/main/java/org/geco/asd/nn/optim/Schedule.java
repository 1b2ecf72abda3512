package org.geco.asd.nn.optim;

/** A value that depends on how far training is. */
@FunctionalInterface
public interface Schedule {

    /**
     * @param epoch epochs completed so far, 0 at the start; fractions within an epoch are allowed
     * @return the value to use
     */
    double at(double epoch);
}
