package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;

import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** Several renderers, the first in use until another is chosen. */
public class DefaultDataValueRendererFamily implements DataValueRendererFamily {

    private final List<DataValueRenderer> m_renderers;

    private DataValueRenderer m_active;

    /** @param renderers none means the default one */
    public DefaultDataValueRendererFamily(final DataValueRenderer... renderers) {
        m_renderers = renderers.length == 0 ? List.of(new DefaultDataValueRenderer()) : List.of(renderers);
        m_active = m_renderers.get(0);
    }

    @Override
    public String[] getRendererDescriptions() {
        return m_renderers.stream().map(DataValueRenderer::getDescription).toArray(String[]::new);
    }

    private Optional<DataValueRenderer> find(final String description) {
        return m_renderers.stream().filter(r -> r.getDescription().equals(description)).findFirst();
    }

    @Override
    public void setActiveRenderer(final String description) {
        m_active = find(description)
            .orElseThrow(() -> new IllegalArgumentException("No such renderer: " + description));
    }

    @Override
    public boolean accepts(final String desc, final DataColumnSpec spec) {
        return find(desc).map(r -> r.accepts(spec)).orElse(false);
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return m_active.accepts(spec);
    }

    @Override
    public String getDescription() {
        return m_active.getDescription();
    }

    @Override
    public Dimension getPreferredSize() {
        return m_active.getPreferredSize();
    }

    @Override
    public Component getRendererComponent(final Object val) {
        return m_active.getRendererComponent(val);
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int column) {
        return m_active.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
    }

    @Override
    @SuppressWarnings("rawtypes") // KNIME's interface is raw
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        return getRendererComponent(value);
    }
}
