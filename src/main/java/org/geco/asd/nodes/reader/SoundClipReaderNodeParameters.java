package org.geco.asd.nodes.reader;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MimiiScheme;
import org.geco.asd.dataset.PatternScheme;
import org.geco.asd.dataset.PublicScheme;
import org.geco.asd.dataset.SchemeChoice;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Sound Clip Reader. */
final class SoundClipReaderNodeParameters implements NodeParameters {

    @Widget(title = "Folder", description = """
            The folder of the data set, of one machine type, or of one split: an absolute path, or a URL such as
            <i>knime://knime.workflow/../sounds</i>. Folders in it are searched, too. Without meaning if a table is
            connected.
            """)
    String m_folder = "";

    @Widget(title = "Path", description = """
            If a table is connected, the column with the paths of the sound files to read instead of a folder.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_path = Columns.PATH;

    @Widget(title = "Naming scheme", description = """
            How machine type, machine ID, split and label are written into the paths.
            """)
    NamingSchemeChoice m_scheme = NamingSchemeChoice.AUTOMATIC;

    @Widget(title = "Own pattern", description = """
            A regular expression that is looked for in the path relative to the folder, with / between its parts. Its
            named groups <i>type</i>, <i>id</i>, <i>split</i> (train or test) and <i>label</i> (normal or anomaly) say
            what a clip is, for example <tt>(?&lt;type&gt;[^/]+)/(?&lt;id&gt;[^/]+)/(?&lt;label&gt;ok|faulty)</tt>. A
            group that is absent is replaced: <i>type</i> by the name of the folder, <i>id</i> by 00, <i>split</i> by
            train for normal clips and test for all others, <i>label</i> by normal for training clips and unknown for
            others.
            """)
    String m_pattern = "";

    @Widget(title = "Normal test clips of MIMII", description = """
            MIMII has no split: abnormal clips are for the test, and of the normal ones these.
            """)
    MimiiNormalClips m_mimiiNormals = MimiiNormalClips.BALANCED;

    SchemeChoice schemeChoice() throws AsdException {
        return switch (m_scheme) {
            case AUTOMATIC -> SchemeChoice.automatic(m_mimiiNormals.meaning());
            case DCASE2020 -> SchemeChoice.of(PublicScheme.DCASE2020);
            case DCASE2021 -> SchemeChoice.of(PublicScheme.DCASE2021);
            case MIMII -> SchemeChoice.of(new MimiiScheme(m_mimiiNormals.meaning()));
            case PATTERN -> SchemeChoice.of(new PatternScheme(m_pattern));
        };
    }
}
