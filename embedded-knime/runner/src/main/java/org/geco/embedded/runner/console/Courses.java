package org.geco.embedded.runner.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;

/** The numbers of a table with a row for each epoch, of what its first column names if that is text, as sparklines. */
final class Courses {

    private static final String EPOCH = "Epoch";

    private final String[] m_names;

    private final int m_epoch;

    private final Map<String, List<Double>> m_values = new LinkedHashMap<>();

    Courses(final DataTableSpec spec) {
        m_names = spec.getColumnNames();
        m_epoch = spec.findColumnIndex(EPOCH);
    }

    void add(final DataRow row) {
        for (int i = m_epoch + 1; m_epoch >= 0 && i < m_names.length; i++) {
            final DataCell cell = row.getCell(i);
            if (cell instanceof final DoubleValue number && Double.isFinite(number.getDoubleValue())) {
                m_values.computeIfAbsent((m_epoch > 0 ? row.getCell(0) + ": " : "") + m_names[i],
                    name -> new ArrayList<>()).add(number.getDoubleValue());
            }
        }
    }

    /** @return a line for each course of two values at least that are not all the same */
    List<String> lines() {
        m_values.values().removeIf(values -> values.stream().distinct().count() < 2);
        final int width = m_values.keySet().stream().mapToInt(String::length).max().orElse(0);
        return m_values.entrySet().stream().map(course -> course.getKey()
            + " ".repeat(2 + width - course.getKey().length()) + Sparkline.draw(course.getValue()) + "  "
            + CellText.number(course.getValue().get(0)) + " -> "
            + CellText.number(course.getValue().get(course.getValue().size() - 1))).toList();
    }
}
