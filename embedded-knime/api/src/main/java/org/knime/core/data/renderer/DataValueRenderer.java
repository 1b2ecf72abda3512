package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Paints values. */
@SuppressWarnings("rawtypes") // so is KNIME's
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    /** @return what the user chooses the renderer by */
    String getDescription();

    /** @return how large it wants to be */
    Dimension getPreferredSize();

    /**
     * @param val a value
     * @return a component that paints it
     */
    Component getRendererComponent(Object val);

    /**
     * @param spec a column
     * @return whether its values can be painted
     */
    boolean accepts(DataColumnSpec spec);
}
