package org.geco.asd.nodes.learn;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.nodes.knime.Locations;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Where an interrupted training is found again. */
public final class CheckpointParameters implements NodeParameters {
    /** Beside the workflow. */
    static final class UsualFolder implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return "knime://knime.workflow/../checkpoints";
        }
    }

    private static final String CHECKPOINT_FOLDER = "Checkpoint folder";

    @Widget(title = CHECKPOINT_FOLDER, description = """
        A folder, by path or URL, where the training is kept while it goes on. A learner that was cancelled, or whose
        computer failed, goes on from there when it is executed again with the same settings and clips, and ends with
        the model of a training that was not interrupted. The files are removed when the training is complete. Use a
        folder of its own for each learner. Unticked, or empty in a flow variable: no checkpoints.
        """)
    @OptionalWidget(defaultProvider = UsualFolder.class)
    @TextInputWidget(placeholder = "knime://knime.workflow/../checkpoints")
    @Advanced
    Optional<String> m_folder = Optional.empty();

    @Widget(title = "Checkpoint every (epochs)", description = """
        Epochs from one checkpoint to the next: what a failure costs at most. Cancelling costs the epoch at hand only.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_every = 1;

    @Widget(title = "Keep complete trainings", description = """
        Whether what was learned stays in the folder when the training is complete, and is taken from there when the
        same training, of the same settings, seed and clips, is executed again. Any number of learners, and trainings of
        other settings, seeds and clips, may then have the same folder: a workflow that trains several methods goes on
        at the method where it was. Of two learners of the same settings that run at a time one waits for the other.
        Delete the folder when it is no longer needed.
        """)
    @Advanced
    boolean m_keep;

    /** Checks what can be checked without looking for the folder. */
    public void check() throws AsdException {
        new CheckpointSettings(Optional.empty(), m_every, m_keep).check();
    }

    /** Fails if a folder is named: where a cluster trains, checkpoints are among the files of its job. */
    void checkHandedOver() throws AsdException {
        Checks.require(m_folder.orElse("").isBlank(),
            "A checkpoint folder is set, but on Apache Spark checkpoints are in the shared folder as long as the job "
                + "runs: a worker that is lost costs no more than since its last one.",
            "Untick the setting \"" + CHECKPOINT_FOLDER + "\", or run the training on this computer.");
    }

    /** @return where and how often; an AsdException if the folder is not on this computer */
    public CheckpointSettings settings() throws AsdException {
        final String folder = m_folder.orElse("");
        return new CheckpointSettings(folder.isBlank() ? Optional.empty() : Optional.of(Locations.toPath(folder)),
            m_every, m_keep);
    }
}
