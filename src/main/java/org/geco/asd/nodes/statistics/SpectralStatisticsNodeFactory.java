package org.geco.asd.nodes.statistics;

import java.util.Arrays;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
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
            <p>A clip without a spectrogram gets a missing cell with its reason, and one warning counts them.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", "One clip a row, usually from the Log-Mel Extractor.") //
            .addOutputTable("Statistics", "The input with one more column, the vectors.")) //
        .model(NodeFailures.guarded(SpectralStatisticsNodeParameters.class, SpectralStatisticsNodeFactory::configure,
            SpectralStatisticsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("TWFR", "pooling", "statistics", "features", "training-free", "anomaly detection", "sound");

    /** Creates the factory. */
    public SpectralStatisticsNodeFactory() {
        super(NODE);
    }

    private static DataColumnSpec newColumn(final DataTableSpec spec,
        final SpectralStatisticsNodeParameters parameters) throws InvalidSettingsException {
        return Columns.newColumn(spec, SpectralStatisticsNodeParameters.COLUMN, parameters.m_newColumn,
            ListCell.getCollectionType(DoubleCell.TYPE));
    }

    private static int spectrograms(final DataTableSpec spec, final SpectralStatisticsNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.require(spec, Titles.SPECTROGRAMS, parameters.m_spectrogramColumn, SpectrogramValue.class);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final SpectralStatisticsNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        parameters.m_statistics.settings();
        spectrograms(spec, parameters);
        output.setOutSpec(0, new DataTableSpec(spec, new DataTableSpec(newColumn(spec, parameters))));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final SpectralStatisticsNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final BadClips badClips = new BadClips();
        final SpectralStatistics statistics = new SpectralStatistics(parameters.m_statistics.settings());
        final int column = spectrograms(spec, parameters);
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new SingleCellFactory(true, newColumn(spec, parameters)) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                return badClips.cell(rowIndex, SpectrogramValue.of(row.getCell(column)).flatMap(statistics::of),
                    vector -> VectorCells.list(Arrays.stream(vector)));
            }
        });
        output.setOutData(0, input.getExecutionContext().createColumnRearrangeTable(table, rearranger,
            input.getExecutionContext()));
        badClips.warning(table.size(), "clips have no statistics").ifPresent(output::setWarningMessage);
    }
}
