package org.geco.asd.nodes.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.nodes.knime.BadClips;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/**
 * Finds clips whose spectrograms are the same as those of training clips: among these, and among those that are not
 * trained on, whose scores then say nothing. Compares hashes; values are read only where these are equal.
 */
public final class RepeatedClips {
    private final Map<DataCell, String> m_trained = new HashMap<>();
    private final Map<DataCell, String> m_others = new HashMap<>();
    private final BadClips m_twice = new BadClips();

    private long m_count;

    void add(final DataRow row, final DataCell spectrogram, final boolean isTrained) {
        if (spectrogram.isMissing()) {
            return;
        }
        final String name = row.getKey().getString();
        if (!isTrained) {
            m_others.putIfAbsent(spectrogram, name);
            return;
        }
        m_count++;
        final String first = m_trained.putIfAbsent(spectrogram, name);
        if (first != null) {
            m_twice.add(m_count, sameAs(name, first));
        }
    }

    /** @return what is wrong with a row whose clip another one has as well */
    public static String sameAs(final String row, final String other) {
        return "row \"" + row + "\" is the same sound as row \"" + other + "\"";
    }

    /** @return a sentence for each kind of repetition */
    List<String> warnings() {
        final BadClips leaks = new BadClips();
        m_others.forEach((cell, row) -> {
            if (m_trained.containsKey(cell)) {
                leaks.add(leaks.count(), sameAs(row, m_trained.get(cell)));
            }
        });
        final List<String> warnings = new ArrayList<>();
        m_twice.warning(m_count, "clips are trained on twice").ifPresent(warnings::add);
        leaks.warning(m_others.size(), "clips that are not trained on are trained on all the same, and their scores "
            + "will be too good").ifPresent(warnings::add);
        return warnings;
    }
}
