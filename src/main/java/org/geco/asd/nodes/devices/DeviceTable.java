package org.geco.asd.nodes.devices;


import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.Devices;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The devices as a table, one a row. */
final class DeviceTable {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text("Device"), NewTable.text("Kind"),
        NewTable.text("Name"), NewTable.flag("Usable"), NewTable.flag("Chosen"), NewTable.count("Memory (MB)"),
        NewTable.count("Threads"), NewTable.text("Details"), NewTable.text("Reason"), NewTable.text("What to do"));

    private DeviceTable() { }

    static BufferedDataTable create(final ExecutionContext exec, final Devices.Report report) {
        final NewTable table = new NewTable(exec, SPEC);
        for (final ComputeDevice device : report.devices()) {
            table.add(device.choice().toString(), device.isGpu() ? "GPU" : "CPU",
                device.name().isEmpty() ? new MissingCell("The driver shows no GPU") : device.name(), device.isUsable(),
                device.choice().equals(report.chosen()), number(device.megabytes(), "Unknown"),
                number(device.threads(), "A GPU counts no threads"), device.details(), device.reasons(),
                device.remedies());
        }
        return table.closed();
    }

    private static Object number(final long number, final String whyMissing) {
        return number == 0 ? new MissingCell(whyMissing) : (int)number;
    }
}
