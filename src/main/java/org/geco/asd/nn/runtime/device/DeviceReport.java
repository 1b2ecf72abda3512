package org.geco.asd.nn.runtime.device;

import java.util.List;
import java.util.Optional;

/**
 * What was found: the CPU first, then every GPU, or one entry that says why there is none.
 *
 * @param chosen the device that computes, or that will when a node asks for none in particular
 * @param started whether the numerical library runs already, so that the choice can't be changed
 */
public record DeviceReport(List<ComputeDevice> devices, DeviceChoice chosen, boolean started,
    Optional<String> warning) {
    /** Copies the list. */
    public DeviceReport {
        devices = List.copyOf(devices);
    }
}
