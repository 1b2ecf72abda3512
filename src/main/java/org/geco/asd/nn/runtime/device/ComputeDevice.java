package org.geco.asd.nn.runtime.device;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A device of this computer, how to choose it, and why it can't be used, if so.
 *
 * @param megabytes its memory in MB; 0 if unknown
 * @param threads native threads that compute on it; 0 for a GPU
 * @param details what else is known: build of ND4J, vector instructions, compute capability, driver
 * @param hardwareId what tells it from others of its kind: a GPU's UUID; empty for the CPU
 */
public record ComputeDevice(DeviceChoice choice, String name, long megabytes, int threads, String details,
    String hardwareId, List<Problem> problems) {
    /** Copies the list. */
    public ComputeDevice {
        problems = List.copyOf(problems);
    }

    /** @return the device with further reasons why it can't be used, after those it has */
    ComputeDevice with(final List<Problem> more) {
        return new ComputeDevice(choice, name, megabytes, threads, details, hardwareId,
            Stream.concat(problems.stream(), more.stream()).toList());
    }

    /** @return whether it can be computed on */
    public boolean isUsable() {
        return problems.isEmpty();
    }

    /** @return whether it is a GPU */
    public boolean isGpu() {
        return choice.kind() == DeviceChoice.Kind.GPU;
    }

    /** @return why it can't be used, in one line; empty if it can */
    public String reasons() {
        return problems.stream().map(Problem::reason).distinct().collect(Collectors.joining(" "));
    }

    /** @return what the user can do so that it can be used, in one line; empty if it can */
    public String remedies() {
        return problems.stream().map(Problem::remedy).distinct().collect(Collectors.joining(" "));
    }
}
