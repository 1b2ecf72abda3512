package org.geco.asd.nodes.logmel;

import java.io.UncheckedIOException;
import java.util.Optional;

import org.geco.asd.cluster.ClusterExtractor;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.cluster.ListedTable;
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
            <p>Where one computer's night is too short, a cluster of Apache Spark computes them, bit for bit the same:
            see <i>Run on</i>. If only statistics are learned from, let <i>Spectral Statistics</i> compute them from the
            recordings: a thousandth of that is to be moved and stored.</p>
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
        .keywords("spectrogram", "mel", "audio", "sound", "features", "librosa", "anomaly detection", "Spark",
            "cluster");

    /** Creates the factory. */
    public LogMelExtractorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final LogMelExtractorNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        parameters.m_signal.features(parameters.m_mel.settings());
        parameters.m_place.check();
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
        final ClipPlace place =
            ClipPlace.on(spec, Columns.require(spec, Titles.PATH, parameters.m_path, StringValue.class));
        final Features features = parameters.m_signal.features(parameters.m_mel.settings());
        final SpectrogramStore store = new SpectrogramStore(exec, features.channel());
        try {
            final BufferedDataTable result = append(parameters, table, newColumn(spec, parameters), place, features,
                store, exec);
            output.setOutData(0, result);
            output.setInternalData(Kept.table(exec, new LogMelView.Source(place, spec.getNumColumns())), result);
        } catch (UncheckedIOException e) {
            throw new AsdException(e.getMessage(), e, "Free some space on the disk that KNIME keeps its workspace and "
                + "temporary files on, and execute the node again.");
        }
        final NodeWarnings warnings = new NodeWarnings();
        store.warnings(table.size()).forEach(warnings::add);
        warnings.show(output);
    }

    private static BufferedDataTable append(final LogMelExtractorNodeParameters parameters,
        final BufferedDataTable table, final DataColumnSpec column, final ClipPlace place, final Features features,
        final SpectrogramStore store, final ExecutionContext exec) throws AsdException, CanceledExecutionException {
        final Optional<ClusterSettings> cluster = parameters.m_place.cluster();
        if (cluster.isPresent()) {
            return new ListedTable(table, place).<Spectrogram>append(column, exec,
                (sounds, to, progress) -> new ClusterExtractor(cluster.get()).spectrograms(features, sounds, to,
                    progress),
                (row, index, spectrogram, facts) -> {
                    facts.ifPresent(known -> store.add(index, known));
                    return store.cell(index, place.of(row), spectrogram);
                });
        }
        final ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new LogMelCellFactory(column, new Features.Extractor(features), place, store));
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }
}
