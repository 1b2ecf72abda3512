package org.geco.asd.dataset;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * How recordings are cut into clips.
 *
 * @param length of a clip, in s
 * @param hop from the start of a clip to that of the next, in s
 */
public record Cutting(double length, double hop) implements Serializable {
    /** Seconds that are none: half a sample at the highest rate. */
    private static final double NOTHING = 5e-7;

    /** Fails if a length cannot be used. */
    public void check() throws AsdException {
        Checks.range(length >= 0.01, "The clip length", length, "0.01 s or more, e.g. 10");
        Checks.range(hop >= 0.01, "The hop", hop, "0.01 s or more, e.g. 10");
    }

    /**
     * @return the clips of a recording of so many seconds. The last one is shorter where the recording ends, but at
     *         least {@link AudioFiles#ENOUGH} of a clip; less than that is left out
     */
    public List<Section> sections(final Path file, final double seconds) {
        final List<Section> sections = new ArrayList<>();
        double end = 0;
        for (long i = 0; end < seconds - NOTHING && seconds - i * hop >= AudioFiles.ENOUGH * length - NOTHING; i++) {
            end = Math.min(seconds, i * hop + length);
            sections.add(new Section(file, i * hop, end));
        }
        return sections;
    }

    /** @return how many seconds are left out at the end of a recording that was cut so; less than 1 % of a clip is 0 */
    public double left(final List<Section> sections, final double seconds) {
        final double used = sections.isEmpty() ? 0
            : Math.max(sections.get(sections.size() - 1).end(), sections.size() * hop);
        return seconds - used < 0.01 * length ? 0 : seconds - used;
    }
}
