package org.geco.asd.nn.runtime.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;

/**
 * The one place that decides between CPU and GPU.
 *
 * @param threads how many threads compute on the CPU
 * @param lastCheck what only ND4J's CUDA code itself can tell once all its libraries are there: why it can't run on
 *             this GPU; asked for the one GPU that is chosen, and only if nothing else is wrong
 */
public record Devices(Surroundings here, IntSupplier threads, Function<ComputeDevice, List<Problem>> lastCheck) {
    /** What to compute on, and why it isn't what one would expect. */
    public record Decision(ComputeDevice device, Optional<String> warning) {
        private static Decision expected(final ComputeDevice device) {
            return new Decision(device, Optional.empty());
        }
    }

    /**
     * What was found: the CPU first, then every GPU, or one entry that says why there is none.
     *
     * @param chosen the device that computes, or that will when a node asks for none in particular
     * @param started whether the numerical library runs already, so that the choice can't be changed
     */
    public record Report(List<ComputeDevice> devices, DeviceChoice chosen, boolean started,
        Optional<String> warning) {
        /** Copies the list. */
        public Report {
            devices = List.copyOf(devices);
        }
    }

    private static final ComputeDevice NO_GPU =
        new ComputeDevice(DeviceChoice.gpu(0), "", 0, 0, "nvidia-smi is missing or lists no GPU", "", List.of());

    /** @return the CPU */
    public ComputeDevice cpu() {
        return new Processor(here).describe(Runtime.getRuntime().availableProcessors(), threads.getAsInt());
    }

    /** @return every GPU, usable or not; a nameless one if the driver shows none */
    public List<ComputeDevice> gpus() {
        final List<Problem> problems = new CudaProbe(here).problems();
        final List<NvidiaGpus.Gpu> gpus = here.platform().hasCuda() ? new NvidiaGpus(here).list() : List.of();
        if (gpus.isEmpty()) {
            return List.of(NO_GPU.with(problems));
        }
        final List<ComputeDevice> devices = new ArrayList<>();
        for (final NvidiaGpus.Gpu gpu : gpus) {
            devices.add(describe(gpu).with(NvidiaGpus.problem(gpu).stream().toList()).with(selection(gpu))
                .with(problems));
        }
        return devices;
    }

    /** Fails if the user wants a GPU that can't be used; nothing is loaded then that stands in the way of the CPU. */
    public Decision decide(final DeviceChoice choice) throws AsdException {
        return switch (choice.kind()) {
            case CPU -> Decision.expected(cpu());
            case GPU -> Decision.expected(demanded(choice));
            case AUTO -> automatic();
        };
    }

    private Decision automatic() {
        if (NativeBuild.cuda(here).isEmpty()) {
            // nobody asked for CUDA: nothing is loaded, nothing is said
            return Decision.expected(cpu());
        }
        final List<ComputeDevice> gpus = gpus();
        final ComputeDevice gpu =
            checked(gpus.stream().filter(ComputeDevice::isUsable).findFirst().orElse(gpus.get(0)));
        return gpu.isUsable() ? Decision.expected(gpu)
            : new Decision(cpu(), Optional.of("Computing on the CPU although the CUDA feature is installed. "
                + gpu.reasons() + " " + gpu.remedies()));
    }

    private ComputeDevice demanded(final DeviceChoice choice) throws AsdException {
        final List<ComputeDevice> gpus = gpus();
        final ComputeDevice gpu = checked(gpus.stream().filter(g -> g.choice().equals(choice)).findFirst()
            .or(() -> gpus.stream().filter(g -> g.name().isEmpty() && !g.isUsable()).findFirst())
            .orElseThrow(() -> none(choice, gpus.size())));
        if (!gpu.isUsable()) {
            throw new AsdException(choice + " cannot be used. " + gpu.reasons(),
                Stream.concat(gpu.problems().stream().map(Problem::remedy).distinct(),
                    Stream.of("Or set the device to auto or cpu.")).toArray(String[]::new));
        }
        return gpu;
    }

    private ComputeDevice checked(final ComputeDevice gpu) {
        return gpu.isUsable() ? gpu.with(lastCheck.apply(gpu)) : gpu;
    }

    /** CUDA takes its first GPU unless its environment says otherwise, which we can change on Linux only. */
    private List<Problem> selection(final NvidiaGpus.Gpu gpu) {
        final String variable = "CUDA_VISIBLE_DEVICES";
        if (gpu.index() == 0 || here.platform().isLinux() && here.environment().apply(variable) == null) {
            return List.of();
        }
        return List.of(new Problem("Only the first GPU that CUDA shows can be chosen "
            + (here.platform().isLinux() ? "where " + variable + " is set." : "on Windows."),
            "Set the environment variable " + variable + "=" + gpu.uuid() + ", restart the program, and use gpu:0."));
    }

    private static AsdException none(final DeviceChoice choice, final int gpus) {
        return new AsdException(
            "There is no " + choice + ": this computer has " + gpus + (gpus == 1 ? " GPU" : " GPUs")
                + ", numbered from 0.",
            "Choose a smaller number, or auto.", "The node Compute Devices lists the devices of this computer.");
    }

    private static ComputeDevice describe(final NvidiaGpus.Gpu gpu) {
        final String capability = NvidiaGpus.capability(gpu);
        return new ComputeDevice(DeviceChoice.gpu(gpu.index()), gpu.name(), gpu.megabytes(), 0,
            (capability.isEmpty() ? "" : "compute capability " + capability + ", ") + "driver " + gpu.driver(),
            gpu.uuid(), List.of());
    }
}
