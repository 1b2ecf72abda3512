package org.geco.asd.probe;

import java.util.concurrent.Callable;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.devicecheck.CheckSize;
import org.geco.asd.devicecheck.DeviceCheck;
import org.geco.asd.nn.runtime.device.DeviceChoice;

/**
 * Runs inside the plug-in: a process with the bundles' classes looks for a GPU that is not there. Returns what it says.
 */
public final class DeviceCheckProbe implements Callable<String> {
    @Override
    public String call() throws Exception {
        return DeviceCheck.run(DeviceChoice.gpu(7), CheckSize.QUICK, ProgressMonitor.NONE).problem().toString();
    }
}
