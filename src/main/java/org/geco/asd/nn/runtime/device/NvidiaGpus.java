package org.geco.asd.nn.runtime.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the GPUs with the program that NVIDIA's driver brings along, {@code nvidia-smi}: nothing has to be loaded into
 * this process for it.
 */
record NvidiaGpus(Surroundings here) {
    /** @param capability compute capability times ten, e.g. 86 for 8.6; 0 if unknown */
    record Gpu(int index, String uuid, String name, long megabytes, int capability, String driver) { }

    /** ND4J's CUDA code holds machine code for 3.7 to 8.6, which 8.9 runs too, and nothing a driver could compile. */
    private static final int OLDEST = 37;
    private static final int NEXT_UNKNOWN = 90;
    private static final String FORMAT = "--format=csv,noheader,nounits";

    /** @return the GPUs that CUDA would show this process, in its order, numbered from 0 */
    List<Gpu> list() {
        final Optional<String> full = query("index,uuid,name,memory.total,driver_version,compute_cap");
        // drivers before 510 don't know the compute capability
        final String text = full.or(() -> query("index,uuid,name,memory.total,driver_version")).orElse("");
        return visible(text.lines().map(NvidiaGpus::parse).flatMap(Optional::stream).toList());
    }

    /** @return why ND4J can't run on a GPU; empty if it can, or if nobody knows */
    static Optional<Problem> problem(final Gpu gpu) {
        if (gpu.capability() == 0 || gpu.capability() >= OLDEST && gpu.capability() < NEXT_UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
            "Its compute capability is " + capability(gpu) + ", but ND4J's CUDA code was built for 3.7 to 8.9 (Kepler "
                + "to Ada) and cannot be translated for " + (gpu.capability() < OLDEST ? "older" : "newer") + " GPUs.",
            "Use another GPU or the CPU."));
    }

    /** @return e.g. {@code 8.6}; empty if unknown */
    static String capability(final Gpu gpu) {
        return gpu.capability() == 0 ? "" : gpu.capability() / 10 + "." + gpu.capability() % 10;
    }

    private Optional<String> query(final String fields) {
        return here.commands().output("nvidia-smi", "--query-gpu=" + fields, FORMAT);
    }

    /** CUDA_VISIBLE_DEVICES holds numbers or beginnings of UUIDs, and ends at the first that is neither. */
    private List<Gpu> visible(final List<Gpu> all) {
        final String wanted = here.environment().apply("CUDA_VISIBLE_DEVICES");
        if (wanted == null) {
            return all;
        }
        final List<Gpu> visible = new ArrayList<>();
        for (final String name : wanted.split(",")) {
            final Optional<Gpu> gpu = all.stream().filter(g -> isNamed(g, name.strip())).findFirst();
            if (gpu.isEmpty()) {
                break;
            }
            final Gpu g = gpu.get();
            visible.add(new Gpu(visible.size(), g.uuid(), g.name(), g.megabytes(), g.capability(), g.driver()));
        }
        return visible;
    }

    private static boolean isNamed(final Gpu gpu, final String name) {
        return name.equals(Integer.toString(gpu.index())) || name.startsWith("GPU-") && gpu.uuid().startsWith(name);
    }

    private static Optional<Gpu> parse(final String line) {
        final List<String> fields = Stream.of(line.split(",")).map(String::strip).toList();
        if (fields.size() < 5 || !fields.get(0).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(new Gpu(Integer.parseInt(fields.get(0)), fields.get(1), fields.get(2),
            number(fields.get(3)), fields.size() > 5 ? (int)number(fields.get(5).replace(".", "")) : 0,
            fields.get(4)));
    }

    private static long number(final String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }
}
