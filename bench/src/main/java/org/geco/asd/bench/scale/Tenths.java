package org.geco.asd.bench.scale;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.bench.CpuClock;
import org.knime.core.node.DefaultNodeProgressMonitor;

/** Looks at the clock and at the memory whenever another tenth of a node's work is done, and once at the start. */
final class Tenths extends DefaultNodeProgressMonitor {

    private static final int TENTHS = 10;

    private final List<Point> m_points = new ArrayList<>();

    private final CpuClock m_clock = new CpuClock();

    /** Time that looking takes does not count. */
    private double m_wallOfLooking;

    private double m_cpuOfLooking;

    /**
     * How it stood.
     *
     * @param tenths tenths of the work that were done
     * @param seconds since the start
     * @param cpu CPU seconds of all threads since the start
     * @param memory what the process held
     */
    record Point(int tenths, double seconds, double cpu, Memory memory) {
    }

    private final int m_every;

    /** @param every after how many tenths to look; looking collects garbage, so not too often on few clips */
    Tenths(final int every) {
        m_every = every;
        look(0);
    }

    @Override
    public synchronized void setProgress(final double progress, final String message) {
        super.setProgress(progress, message);
        final int tenths = (int)(progress * TENTHS + 1e-9);
        if (tenths >= m_points.get(m_points.size() - 1).tenths() + m_every && tenths < TENTHS) {
            look(tenths);
        }
    }

    /** The work is done. */
    synchronized void end() {
        look(TENTHS);
    }

    private void look(final int tenths) {
        final CpuClock looking = new CpuClock();
        final double seconds = m_clock.wall() - m_wallOfLooking;
        final double cpu = m_clock.cpu() - m_cpuOfLooking;
        m_points.add(new Point(tenths, seconds, cpu, Memory.now()));
        m_wallOfLooking += looking.wall();
        m_cpuOfLooking += looking.cpu();
    }

    /** @return the start, the tenths that were seen, the end */
    synchronized List<Point> points() {
        return List.copyOf(m_points);
    }
}
