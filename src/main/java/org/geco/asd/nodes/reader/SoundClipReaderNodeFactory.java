package org.geco.asd.nodes.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.PathCells;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Sound Clip Reader: a folder of recordings as a table. */
public final class SoundClipReaderNodeFactory extends DefaultNodeFactory {
    private static final int TABLE = 0;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Sound Clip Reader") //
        .icon("../../../../../icons/reader.png") //
        .shortDescription("Lists the sound clips of a folder with machine type, machine ID, split and label.") //
        .fullDescription("""
            <p>Finds the sound files of a folder and everything below it (WAV, RF64, W64, AIFF, AU, FLAC, Ogg Vorbis,
            MP3), and reads from their paths which machine was recorded, whether the clip is for training or for the
            test, and whether the machine was normal. Only the headers of the files are read: length, sample rate,
            number of channels.</p>
            <p>The naming schemes of the public data sets are known: DCASE 2020, DCASE 2021 and later, MIMII. Your own
            recordings may have any names: the machine is the folder, or a part of the file name that one example shows,
            and you say whether the clips are normal ones to learn from or are to be judged. Who wants more gives a
            regular expression. The clips are sorted by path, in the same order on every computer. A clip is identified
            by its path, never by its file name alone, for public data sets number training and test clips
            separately.</p>
            <p><b>Long recordings</b> are cut into clips if a clip length is set: path and start then identify a clip.
            Later nodes read just that part of the file, of 24 hours as quickly as of one minute, and views play it.
            When it was recorded comes from the file's name, from what the recorder wrote into it, or from its date; a
            monitor needs it. Folders named by a date are not taken for machines.</p>
            <p>Of the normal training clips of each machine a share is held out: learners leave them out, and what they
            score like tells which scores are usual. No label is needed for that, so alarm levels and the weights of
            several scores come from them.</p>
            <p>Sound files that don't follow the scheme are left out; one warning counts them and names the first. The
            clips of a challenge's evaluation set have no label: a missing cell, unless the list that the challenge
            published later tells it (setting <i>Evaluation list</i>). A file with an unreadable header keeps
            its row, with missing cells that tell why; one warning counts those, another the files that are cut off:
            they are as long as the sound that is there, and the Log-Mel Extractor decides whether that is enough.</p>
            <p>Files of other formats of sound are named and counted in a warning, and so are folders that may not be
            read.</p>
            <p>If a table is connected, for example that of the Machine Sound Simulator, the files of its path column
            are read instead of a folder.</p>
            <p><b>The view</b> counts the clips of each machine by split and label, and shows lengths, sample rates and
            the files that were left out: look whether every machine has training and held-out clips before models
            learn.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Files (optional)", """
                A table with paths of sound files, as text or of KNIME's type Path (node <i>List Files/Folders</i>),
                which are read instead of the folder's. Relative paths, for your own
                pattern, start at the folder that all of them are in.
                """, BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Clips", """
                One clip a row: path, machine type, machine ID, split (train, held-out or test), label (normal or
                anomaly), seconds, sample rate in Hz, number of channels; where in the file it starts and ends, if
                recordings are cut; when it was recorded.
                """)) //
        .model(NodeFailures.guarded(SoundClipReaderNodeParameters.class, SoundClipReaderNodeFactory::configure,
            SoundClipReaderNodeFactory::execute)) //
        .addView(ReaderView.PAGE) //
        .nodeType(NodeType.Source) //
        .keywords("audio", "sound", "wav", "flac", "mp3", "DCASE", "MIMII", "recordings", "anomaly detection");

    /** Creates the factory. */
    public SoundClipReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final SoundClipReaderNodeParameters parameters = input.getParameters();
        parameters.check();
        final DataTableSpec spec = input.getInPortSpec(TABLE);
        if (spec != null) {
            Columns.require(spec, Titles.PATH, parameters.m_path, PathCells::isPath);
        } else if (parameters.m_folder == null || parameters.m_folder.isBlank()) {
            throw NodeFailures.settings("No folder is chosen.",
                "Name the folder of the data set in the setting \"" + Titles.FOLDER + "\".",
                "Or connect a table with the paths of sound files.");
        }
        output.setOutSpec(0, ClipTable.spec(parameters));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final SoundClipReaderNodeParameters parameters = input.getParameters();
        final KnimeProgress progress = new KnimeProgress(input.getExecutionContext());
        final BufferedDataTable table = input.getInPortObject(TABLE);
        final NodeWarnings warnings = new NodeWarnings();
        final Dataset found = table == null
            ? Dataset.scan(Locations.toPath(parameters.m_folder), parameters.schemes(), progress, warnings::add)
            : Dataset.of(paths(table, parameters.m_path, progress), parameters.schemes());
        final Dataset dataset = parameters.m_challenge.told(found, warnings::add);
        final ClipTable clips = new ClipTable(dataset, parameters);
        final BufferedDataTable result =
            clips.create(input.getExecutionContext(), parameters, progress, warnings::add);
        output.setOutData(0, result);
        output.setInternalData(Kept.table(input.getExecutionContext(),
            ReaderView.LeftOut.of(dataset.scheme(), dataset.unmatched())), result);
        warnings.add(unmatched(dataset));
        clips.warnings().forEach(warnings::add);
        warnings.show(output);
    }

    private static List<Path> paths(final BufferedDataTable table, final String column, final KnimeProgress progress)
        throws AsdException, InvalidSettingsException {
        final int index = Columns.require(table.getDataTableSpec(), Titles.PATH, column, PathCells::isPath);
        final List<Path> paths = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataCell cell = rows.next().getCell(index);
                if (!cell.isMissing()) {
                    paths.add(Locations.toPath(PathCells.text(cell)));
                }
            }
        }
        if (paths.isEmpty()) {
            throw new AsdException("The column \"" + column + "\" of the connected table holds no paths.",
                "Connect a table with the paths of sound files, or disconnect it and choose a folder.");
        }
        return paths;
    }

    private static Optional<String> unmatched(final Dataset dataset) {
        if (dataset.unmatched().isEmpty()) {
            return Optional.empty();
        }
        final int count = dataset.unmatched().size();
        return Optional.of(count + (count == 1 ? " sound file is" : " sound files are")
            + " left out, named differently from " + dataset.scheme() + ": '" + dataset.unmatched().get(0) + "'"
            + (count == 1 ? "" : " and others"));
    }
}
