package org.geco.asd.learn.types;

import org.geco.asd.learn.MethodSettings;

/** The settings of a method that learns from windows, as long as the shortest clip. */
public interface WindowSettings extends MethodSettings {
    /** @return frames from one window to the next, see {@link EpochWindows} */
    default int windowStride() {
        return 1;
    }

    /** @return the sizes of the network, readable: a model of other sizes cannot be trained further */
    Object network();
}
