package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** Paints the value itself. */
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    private static final long serialVersionUID = 1L;

    /** Made by subclasses. */
    public AbstractPainterDataValueRenderer() {
        setOpaque(true);
    }

    /** @param value what is painted next: a cell, maybe a missing one */
    protected abstract void setValue(Object value);

    @Override
    public String getDescription() {
        return "Default";
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }

    @Override
    public Component getRendererComponent(final Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int column) {
        return getRendererComponent(value);
    }

    @Override
    @SuppressWarnings("rawtypes") // KNIME's interface is raw
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        return getRendererComponent(value);
    }
}
