package org.geco.asd.nodes.statistics;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeParameters.Source;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.asd.statistics.SpectralStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Spectral Statistics: appends a vector of statistics of each spectrogram. */
public final class SpectralStatisticsNodeFactory extends DefaultNodeFactory {
    /** What clips are that are counted. */
    static final String WITHOUT = "clips have no statistics";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectral Statistics") //
        .icon("../../../../../icons/statistics.png") //
        .shortDescription("Sums each spectrogram up in one vector, without any training.") //
        .fullDescription("""
            <p>Appends a list of numbers to each clip: statistics over time of each band of its log-Mel spectrogram.
            With the nodes <i>Outlier Learner</i> and <i>Outlier Predictor</i> they find faults in seconds, from a few
            clips of one machine, without a network.</p>
            <p>The rank-weighted means are the <i>time-weighted frequency-domain representation</i> (TWFR) of Guan et
            al., ICASSP 2023: which one is best differs from machine to machine, so several are appended. Look at the
            length of the vectors: a number for each band and statistic.</p>
            <p><b>Many recordings:</b> choose <i>Recordings</i> in <i>Statistics of</i>, and the node reads the sound
            files itself: no spectrogram is stored, which saves some 160 KB for each clip of 10 s, and none is moved
            where a cluster of Apache Spark works on them (<i>Run on</i>). The numbers are the same, bit for bit, and so
            are the warnings about sounds, except that a cluster does not tell of empty upper bands.</p>
            <p>A clip without a spectrogram gets a missing cell with its reason, and one warning counts them.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Clips", "One a row: its spectrogram, from the Log-Mel Extractor, or its sound file.") //
            .addOutputTable("Statistics", "The input with one more column, the vectors.")) //
        .model(NodeFailures.guarded(SpectralStatisticsNodeParameters.class, SpectralStatisticsNodeFactory::configure,
            SpectralStatisticsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("TWFR", "pooling", "statistics", "features", "training-free", "anomaly detection", "sound",
            "Spark", "cluster");

    /** Creates the factory. */
    public SpectralStatisticsNodeFactory() {
        super(NODE);
    }

    private static DataColumnSpec newColumn(final DataTableSpec spec,
        final SpectralStatisticsNodeParameters parameters) throws InvalidSettingsException {
        return Columns.newColumn(spec, SpectralStatisticsNodeParameters.COLUMN, parameters.m_newColumn,
            ListCell.getCollectionType(DoubleCell.TYPE));
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final SpectralStatisticsNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        parameters.m_statistics.settings();
        if (parameters.m_source == Source.RECORDINGS) {
            parameters.m_place.check();
            RecordingVectors.of(spec, parameters);
        } else {
            spectrograms(spec, parameters);
        }
        output.setOutSpec(0, new DataTableSpec(spec, new DataTableSpec(newColumn(spec, parameters))));
    }

    private static int spectrograms(final DataTableSpec spec, final SpectralStatisticsNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.require(spec, Titles.SPECTROGRAMS, parameters.m_spectrogramColumn, SpectrogramValue.class);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final SpectralStatisticsNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final DataColumnSpec column = newColumn(spec, parameters);
        final ExecutionContext exec = input.getExecutionContext();
        final NodeWarnings warnings = new NodeWarnings();
        if (parameters.m_source == Source.RECORDINGS) {
            final RecordingVectors vectors = RecordingVectors.of(spec, parameters);
            output.setOutData(0, vectors.append(table, column, exec, parameters.m_place.cluster()));
            vectors.warnings(table.size()).forEach(warnings::add);
        } else {
            final BadClips bad = new BadClips();
            final SpectralStatistics statistics = new SpectralStatistics(parameters.m_statistics.settings());
            final int spectrograms = spectrograms(spec, parameters);
            output.setOutData(0, append(table, column, exec, (row, index) -> bad.cell(index,
                SpectrogramValue.of(row.getCell(spectrograms)).flatMap(statistics::of), VectorCells::list)));
            warnings.add(bad.warning(table.size(), WITHOUT));
        }
        warnings.show(output);
    }

    /** What makes the cell of a row, on any thread. */
    interface Cell {
        DataCell of(DataRow row, long index);
    }

    /** @return the table with one more column, whose cells are made side by side */
    static BufferedDataTable append(final BufferedDataTable table, final DataColumnSpec column,
        final ExecutionContext exec, final Cell cell) throws CanceledExecutionException {
        final ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new SingleCellFactory(true, column) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                return cell.of(row, rowIndex);
            }
        });
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }
}
