package org.geco.asd.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.runtime.device.DeviceChoice;

/**
 * Runs inside the plug-in with the CUDA code beside it: demands a GPU, leaves the choice to the runtime, trains, and
 * returns what a user would read.
 */
public final class CudaProbe implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
        final var seen = new ArrayList<String>();
        try {
            Nd4jRuntime.start(DeviceChoice.gpu(0));
            seen.add("started");
        } catch (final AsdException ex) {
            seen.add(ex.getMessage());
        }
        seen.add(Nd4jRuntime.describe());
        seen.add(Nd4jRuntime.warning().orElse(""));
        seen.add(new ModelsProbe().call().size() + " scores");
        return seen;
    }
}
