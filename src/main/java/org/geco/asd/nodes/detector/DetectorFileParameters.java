package org.geco.asd.nodes.detector;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Where a detector's file is. */
final class DetectorFileParameters implements NodeParameters {
    private static final String FILE = "Detector file";

    @Widget(title = FILE, description = """
        The file of the detector: a path, or a URL such as <i>knime://knime.workflow/../pumps.detector</i>.
        """)
    @TextInputWidget(placeholder = "knime://knime.workflow/../pumps.detector",
        patternValidation = Limits.IsNamed.class)
    String m_file = "";

    /** Fails if no file is named. */
    void check() throws InvalidSettingsException {
        if (m_file == null || m_file.isBlank()) {
            throw NodeFailures.settings("No file is chosen.", "Name one in the setting \"" + FILE + "\".");
        }
    }

    Path path() throws AsdException {
        return Locations.toPath(m_file);
    }
}
