package org.geco.asd.nodes.evaluation;

import java.nio.file.Path;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.evaluation.PaperTable;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node Anomaly Results Collector. */
final class ResultsCollectorNodeParameters implements NodeParameters {
    private static final String RESULTS_FILE = "Results file";

    @Section(title = "Output")
    interface Output { }

    @Section(title = "Run")
    @After(Output.class)
    interface Run { }

    /** What the means are compared with. The names are stored in workflows. */
    enum Reference {
        @Label(value = "Nothing", description = "Means and deviations alone.")
        NONE,

        @Label(value = "The paper's Table 1", description = "Generative and discriminative methods and their fusion.")
        TABLE_1,

        @Label(value = "The paper's Table 2", description = "What the weight λ of the contrastive loss does.")
        TABLE_2;

        Optional<PaperTable> table() {
            return switch (this) {
                case NONE -> Optional.empty();
                case TABLE_1 -> Optional.of(PaperTable.TABLE_1);
                case TABLE_2 -> Optional.of(PaperTable.TABLE_2);
            };
        }
    }

    @Widget(title = RESULTS_FILE, description = """
        The CSV file with a line for each run; it is made if there is none. Beside it is the table of the output, as
        another CSV file with <i>-means</i> behind its name. A path, or a URL such as
        <i>knime://knime.workflow/../results.csv</i>.
        """)
    @TextInputWidget(placeholder = "knime://knime.workflow/../results.csv", patternValidation = Limits.IsNamed.class)
    @Layout(Output.class)
    String m_file = "";

    @Widget(title = "Compare with", description = """
        Published figures to put beside the means, for scores that are named as in the templates <i>table1</i> and
        <i>table2</i>, e.g. <i>GeCo score</i>.
        """)
    @Layout(Output.class)
    Reference m_reference = Reference.NONE;

    @Widget(title = "Seed", description = """
        The random seed of this run, usually from the flow variable that also sets the learners' seeds. A run of the
        same seed, settings and clips takes the place of the earlier one.
        """)
    @Layout(Run.class)
    int m_seed;

    @Widget(title = "Settings of the run", description = """
        Anything that tells this run from others apart from the seed, e.g. the preset. Only runs with the same text are
        averaged. Settings of our learners that differ from the paper's need not be named here, they are known.
        """)
    @TextInputWidget(placeholder = "none")
    @Layout(Run.class)
    String m_settings = "";

    void check() throws InvalidSettingsException {
        if (m_file == null || m_file.isBlank()) {
            throw NodeFailures.settings("No file is chosen.", "Name one in the setting \"" + RESULTS_FILE + "\".");
        }
    }

    Path path() throws AsdException {
        return Locations.toPath(m_file);
    }
}
