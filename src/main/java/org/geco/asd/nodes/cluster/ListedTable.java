package org.geco.asd.nodes.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.ClusterExtractor;
import org.geco.asd.cluster.Listed;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.table.ClipPlace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table whose rows are a cluster's list of sounds. */
public record ListedTable(BufferedDataTable table, ClipPlace place) implements Listed.All<DataRow> {
    /** Work of a cluster that finds something of each row's sound. */
    public interface Job<V> {
        /** Does it. */
        void run(Listed.All<DataRow> sounds, ClusterExtractor.Told<DataRow, V> to, ProgressMonitor progress)
            throws AsdException;
    }

    /** What makes cells. */
    public interface Cell<V> {
        /** @return the cell of a row, which is the index-th, from 0, of what was found */
        DataCell of(DataRow row, long index, Outcome<V> found, Optional<SoundFacts> facts);
    }

    @Override
    public void forEach(final Listed.To<DataRow> to) throws AsdException, IOException {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                to.accept(Listed.sound(row, place.listed(row)));
            }
        }
    }

    /** @return the table with one more column, of what a job finds */
    public <V> BufferedDataTable append(final DataColumnSpec column, final ExecutionContext exec, final Job<V> job,
        final Cell<V> cell) throws AsdException {
        final BufferedDataContainer container = exec.createDataContainer(
            new DataTableSpec(table.getDataTableSpec(), new DataTableSpec(column)));
        try {
            job.run(this, (row, found, facts) -> {
                final List<DataCell> cells = new ArrayList<>();
                row.forEach(cells::add);
                cells.add(cell.of(row, container.size(), found, facts));
                container.addRowToTable(new DefaultRow(row.getKey(), cells));
            }, new KnimeProgress(exec));
        } finally {
            container.close();
        }
        return container.getTable();
    }
}
