package org.geco.asd.learn.types;

import java.util.List;

/** What members say together. */
public final class Means {
    private Means() { }

    /** @return the mean of what each says of the same places; of one, what it says */
    public static float[] of(final List<float[]> members) {
        final float[] mean = new float[members.get(0).length];
        for (int i = 0; i < mean.length; i++) {
            final int place = i;
            mean[i] = (float)members.stream().mapToDouble(member -> member[place]).average().orElseThrow();
        }
        return mean;
    }
}
