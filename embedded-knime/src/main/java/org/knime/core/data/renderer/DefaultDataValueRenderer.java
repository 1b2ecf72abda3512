package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JList;
import javax.swing.table.DefaultTableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Writes the value as text. */
public class DefaultDataValueRenderer extends DefaultTableCellRenderer implements DataValueRenderer {

    private static final long serialVersionUID = 1L;

    private final String m_description;

    private final transient DataColumnSpec m_spec;

    /** Makes these renderers. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return "Default";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec colSpec) {
            return new DefaultDataValueRenderer(colSpec);
        }
    }

    /** A renderer for any column. */
    public DefaultDataValueRenderer() {
        this(null, "Default");
    }

    /** @param description what the user chooses the renderer by */
    public DefaultDataValueRenderer(final String description) {
        this(null, description);
    }

    /** @param spec the column to be painted */
    public DefaultDataValueRenderer(final DataColumnSpec spec) {
        this(spec, "Default");
    }

    /**
     * @param spec the column to be painted
     * @param description what the user chooses the renderer by
     */
    public DefaultDataValueRenderer(final DataColumnSpec spec, final String description) {
        m_spec = spec;
        m_description = description;
    }

    @Override
    public String getDescription() {
        return m_description;
    }

    /** @return the column to be painted, may be null */
    protected DataColumnSpec getColSpec() {
        return m_spec;
    }

    @Override
    public Component getRendererComponent(final Object val) {
        setValue(val);
        return this;
    }

    @Override
    @SuppressWarnings("rawtypes") // KNIME's interface is raw
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        return getRendererComponent(value);
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }
}
