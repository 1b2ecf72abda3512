package org.geco.asd.learn.patches;

import java.util.SplittableRandom;

import org.geco.asd.common.AsdException;

/** Makes another patch of each patch of a batch, which the network sees as well. */
@FunctionalInterface
public interface Remake {
    /** @return dB values of as many patches, one after the other, for patches of these machine types */
    float[] apply(float[] patches, String[] types, SplittableRandom random) throws AsdException;
}
