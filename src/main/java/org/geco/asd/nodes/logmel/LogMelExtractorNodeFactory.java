package org.geco.asd.nodes.logmel;

import java.io.UncheckedIOException;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Features;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.ColumnRearranger;
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

/** The node Log-Mel Extractor: appends the log-Mel spectrogram of each clip. */
public final class LogMelExtractorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Log-Mel Extractor") //
        .icon("../../../../../icons/logmel.png") //
        .shortDescription("Appends the log-Mel spectrogram of each sound clip, the features that GeCo learns from.") //
        .fullDescription("""
            <p>Reads each sound file, takes one signal from it, resamples it and appends its log-Mel spectrogram: how
            loud each frequency band is in each short frame of time, in dB.</p>
            <p>The values equal those of <i>librosa 0.11</i> within 0.001 dB: centred frames with zeros beyond the ends,
            periodic Hann window, power spectrum, Slaney mel bands with Slaney norm, 10·log10(max(power, 1e-10)), no
            limit to the dynamic range. The defaults are the features of the GeCo paper: 16 kHz, window 1024, hop 512,
            128 bands; a clip of 10 s has 313 frames.</p>
            <p><b>Formats:</b> WAV with integer samples of 8, 16, 24 or 32 bits, float samples of 32 or 64 bits, A-law
            or µ-law, also as WAVE_FORMAT_EXTENSIBLE, RF64, BW64 and W64; AIFF, AU, FLAC, Ogg Vorbis and MP3; any rate,
            any number of channels. What was written to a pipe, without its length, is read to its end.</p>
            <p><b>Bad clips:</b> a file that is missing, empty, no sound file, of an unknown encoding, digitally
            silent, shorter than one window, cut off too early, or holds values that are no numbers, gets a missing
            cell with the reason. The other clips go on; one warning counts the bad ones. Others count what is used but
            suspicious: clips that are cut off, clipped (samples at full scale), swing around another value than 0, hold
            nothing in their upper bands, or are the same sound as another.</p>
            <p>Spectrograms are stored on disk, not in memory: the number of clips does not matter. All spectrograms
            that a model learns from or judges must be computed with the same settings.</p>
            <p><b>The view</b> shows each spectrogram and plays the sound it was computed from; look there first whether
            the recordings are what they should be, and whether a faulty machine can be heard.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Clips", "One sound file a row, usually from the Sound Clip Reader.") //
            .addOutputTable("Clips with spectrograms", "The input with one more column, the spectrograms.")) //
        .model(NodeFailures.guarded(LogMelExtractorNodeParameters.class, LogMelExtractorNodeFactory::configure,
            LogMelExtractorNodeFactory::execute)) //
        .addView(LogMelView.PAGE) //
        .nodeType(NodeType.Manipulator) //
        .keywords("spectrogram", "mel", "audio", "sound", "features", "librosa", "anomaly detection");

    /** Creates the factory. */
    public LogMelExtractorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final LogMelExtractorNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        parameters.m_signal.features(parameters.melSettings());
        Columns.require(spec, Titles.PATH, parameters.m_path, StringValue.class);
        output.setOutSpec(0, new DataTableSpec(spec, new DataTableSpec(newColumn(spec, parameters))));
    }

    private static DataColumnSpec newColumn(final DataTableSpec spec, final LogMelExtractorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.newColumn(spec, LogMelExtractorNodeParameters.COLUMN, parameters.m_newColumn,
            SpectrogramCell.TYPE);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final LogMelExtractorNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final ExecutionContext exec = input.getExecutionContext();
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        final ClipPlace place =
            ClipPlace.on(spec, Columns.require(spec, Titles.PATH, parameters.m_path, StringValue.class));
        final Features features = parameters.m_signal.features(parameters.melSettings());
        final LogMelCellFactory cells =
            new LogMelCellFactory(newColumn(spec, parameters), exec, new Features.Extractor(features), place);
        rearranger.append(cells);
        try {
            final BufferedDataTable result = exec.createColumnRearrangeTable(table, rearranger, exec);
            output.setOutData(0, result);
            output.setInternalData(Kept.table(exec, new LogMelView.Source(place, spec.getNumColumns())), result);
        } catch (UncheckedIOException e) {
            throw new AsdException(e.getMessage(), e, "Free some space on the disk that KNIME keeps its workspace and "
                + "temporary files on, and execute the node again.");
        }
        final NodeWarnings warnings = new NodeWarnings();
        cells.warnings(table.size()).forEach(warnings::add);
        warnings.show(output);
    }
}
