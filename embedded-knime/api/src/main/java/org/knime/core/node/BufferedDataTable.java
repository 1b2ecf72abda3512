package org.knime.core.node;

import java.util.Objects;

import javax.swing.JComponent;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.embedded.NodeStorage.TableContent;

/** A table that was completely written and can be read often. */
public final class BufferedDataTable implements Iterable<DataRow>, PortObject {

    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that needn't be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final TableContent m_content;

    /**
     * Not part of KNIME's API.
     *
     * @param content the rows
     */
    public BufferedDataTable(final TableContent content) {
        m_content = Objects.requireNonNull(content);
    }

    /** @return the columns */
    public DataTableSpec getDataTableSpec() {
        return m_content.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return m_content.spec();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_content.iterator();
    }

    /** @return the number of rows */
    public long size() {
        return m_content.size();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
