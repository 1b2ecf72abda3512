package org.geco.asd.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

import com.sun.management.OperatingSystemMXBean;

/**
 * Wall time and the CPU time of all threads of this process: Java's, its compiler's and those of the native library.
 */
public final class CpuClock {

    private static final double NANO = 1e-9;

    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();

    private final long m_wall = System.nanoTime();

    private final long m_cpu = SYSTEM.getProcessCpuTime();

    /**
     * Seconds that something took.
     *
     * @param wall by the clock on the wall
     * @param cpu of all threads together
     */
    public record Span(double wall, double cpu) {

        /**
         * @param spans at least one
         * @param time which time of them
         * @return the median
         */
        public static double median(final List<Span> spans, final ToDoubleFunction<Span> time) {
            return spans.stream().mapToDouble(time).sorted().skip(spans.size() / 2).findFirst().orElseThrow();
        }
    }

    /** @return seconds since the clock was made */
    public double wall() {
        return (System.nanoTime() - m_wall) * NANO;
    }

    /** @return CPU seconds of the process since the clock was made */
    public double cpu() {
        return (SYSTEM.getProcessCpuTime() - m_cpu) * NANO;
    }

    /** @return both */
    public Span span() {
        return new Span(wall(), cpu());
    }
}
