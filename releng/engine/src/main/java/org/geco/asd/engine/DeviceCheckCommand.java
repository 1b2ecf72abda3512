package org.geco.asd.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.devicecheck.CheckReport;
import org.geco.asd.devicecheck.CheckSize;
import org.geco.asd.devicecheck.DeviceCheck;
import org.geco.asd.nn.runtime.device.DeviceChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a GPU with the CPU. */
@Command(name = "gpu-check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Trains and scores on the CPU and on a GPU, in a process each, and tells whether they agree, and how "
        + "much faster the GPU is; or what is missing.")
final class DeviceCheckCommand implements Callable<Integer> {
    @Option(names = "--device", defaultValue = "gpu:0", description = "gpu:0 with the GPU's number, or cpu.")
    private String m_device;

    @Option(names = "--size", defaultValue = "PAPER", description = "QUICK: small networks; PAPER: the paper's.")
    private CheckSize m_size;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the report (Markdown) goes; to the console if "
        + "not given.")
    private Optional<Path> m_out = Optional.empty();

    @Spec
    private CommandSpec m_spec;

    @Override
    public Integer call() throws AsdException {
        final DeviceCheck check =
            DeviceCheck.run(DeviceChoice.parse(m_device, "--device"), m_size, ProgressMonitor.NONE);
        if (m_out.isPresent()) {
            CheckReport.write(check, m_out.get().toAbsolutePath());
        }
        m_spec.commandLine().getOut().println(m_out.isPresent() ? CheckReport.inShort(check) : CheckReport.of(check));
        return check.problem().isPresent() || check.isRight() ? 0 : 1;
    }
}
