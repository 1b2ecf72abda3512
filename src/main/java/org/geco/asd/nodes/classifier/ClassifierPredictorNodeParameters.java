package org.geco.asd.nodes.classifier;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.ForView;
import org.geco.asd.nodes.predict.KeptEmbeddings;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Sound Classifier Predictor. */
final class ClassifierPredictorNodeParameters extends PredictorParameters<ClassifierModel> {
    /** What is heard beside the spectrograms, by a model that hears it. */
    @Section(title = "Recordings")
    @After(PredictorLayout.Data.class)
    @Before(PredictorLayout.Score.class)
    @Advanced
    interface Recordings { }

    @Widget(title = Titles.MACHINE_ID, description = """
        The column with the ID of the machine within its type: the score tells how little a clip sounds like it.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_idColumn = Columns.MACHINE_ID;

    @Layout(Recordings.class)
    WaveformParameters m_waveform = new WaveformParameters();

    ClassifierPredictorNodeParameters() {
        super(Columns.CLASSIFIER_SCORE);
    }

    @Override
    protected Optional<String> idColumn() {
        return Optional.of(m_idColumn);
    }

    @Override
    protected Optional<WaveformColumn> waveforms() throws InvalidSettingsException {
        return Optional.of(m_waveform.column());
    }

    @Override
    protected ForView forView() {
        return new KeptEmbeddings();
    }

    @Override
    public Scorer scorer(final ClassifierModel model) throws AsdException {
        return new ClassifierScorer(model);
    }
}
