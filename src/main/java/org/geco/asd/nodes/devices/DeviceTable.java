package org.geco.asd.nodes.devices;

import java.util.List;

import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceReport;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The devices as a table, one a row. */
final class DeviceTable {

    static final DataTableSpec SPEC = new DataTableSpec(column("Device", StringCell.TYPE),
        column("Kind", StringCell.TYPE), column("Name", StringCell.TYPE), column("Usable", BooleanCell.TYPE),
        column("Chosen", BooleanCell.TYPE), column("Memory (MB)", IntCell.TYPE), column("Threads", IntCell.TYPE),
        column("Details", StringCell.TYPE), column("Reason", StringCell.TYPE), column("What to do", StringCell.TYPE));

    private DeviceTable() {
    }

    static BufferedDataTable create(final ExecutionContext exec, final DeviceReport report) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        final List<ComputeDevice> devices = report.devices();
        for (int i = 0; i < devices.size(); i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i),
                cells(devices.get(i), devices.get(i).choice().equals(report.chosen()))));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell[] cells(final ComputeDevice device, final boolean chosen) {
        return new DataCell[]{ //
            new StringCell(device.choice().toString()), //
            new StringCell(device.isGpu() ? "GPU" : "CPU"), //
            text(device.name(), "The driver shows no GPU"), //
            flag(device.isUsable()), //
            flag(chosen), //
            number(device.megabytes(), "Unknown"), //
            number(device.threads(), "A GPU counts no threads"), //
            new StringCell(device.details()), //
            new StringCell(device.reasons()), //
            new StringCell(device.remedies())};
    }

    private static DataCell text(final String text, final String whyMissing) {
        return text.isEmpty() ? new MissingCell(whyMissing) : new StringCell(text);
    }

    private static DataCell number(final long number, final String whyMissing) {
        return number == 0 ? new MissingCell(whyMissing) : new IntCell((int)number);
    }

    private static DataCell flag(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
