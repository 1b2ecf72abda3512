package org.geco.asd.nodes.detector;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;

/** Settings of the node Detector Writer. */
final class DetectorWriterNodeParameters implements NodeParameters {
    @Section(title = "Output")
    interface Output {
    }

    /** What becomes of a file that is there. The names are stored in workflows. */
    enum IfFileExists {
        @Label(value = "Keep it beside", description = """
            The old file stays under its name with <i>.previous</i> behind it; the one before that is deleted.
            """)
        KEEP_PREVIOUS,

        @Label(value = "Replace", description = "The old file is lost as soon as the new one is complete.")
        REPLACE,

        @Label(value = "Keep the old one", description = "The old file stays, and the new detector is not written.")
        KEEP,

        @Label(value = "Fail", description = "The node fails, and the old file stays.")
        FAIL
    }

    @Layout(Output.class)
    DetectorFileParameters m_output = new DetectorFileParameters();

    @Widget(title = "If the file exists", description = "What becomes of an older detector of the same name.")
    @Layout(Output.class)
    IfFileExists m_ifExists = IfFileExists.KEEP_PREVIOUS;
}
