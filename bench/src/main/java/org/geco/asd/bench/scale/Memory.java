package org.geco.asd.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What this process holds, in megabytes.
 *
 * @param resident memory of the process in RAM, everything included
 * @param peak the most that was ever resident
 * @param heap Java's heap in use after a collection
 * @param native_ what the resident memory holds beyond Java's heap as it is committed: libraries, ND4J's arrays,
 *     buffers
 */
record Memory(double resident, double peak, double heap, double native_) {

    private static final double KILO = 1024;

    /** Collects garbage and looks. */
    static Memory now() {
        System.gc();
        final Runtime runtime = Runtime.getRuntime();
        final double heap = (runtime.totalMemory() - runtime.freeMemory()) / KILO / KILO;
        final double resident = status("VmRSS");
        return new Memory(resident, status("VmHWM"), heap, resident - runtime.totalMemory() / KILO / KILO);
    }

    /** A number of /proc/self/status in MB; NaN where there is no such file. */
    private static double status(final String name) {
        try {
            for (final String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith(name + ":")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILO;
                }
            }
        } catch (final IOException e) { // NOSONAR: not Linux
            return Double.NaN;
        }
        return Double.NaN;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "resident %.0f MB (peak %.0f), heap %.0f MB, beyond the heap %.0f MB",
            resident, peak, heap, native_);
    }
}
