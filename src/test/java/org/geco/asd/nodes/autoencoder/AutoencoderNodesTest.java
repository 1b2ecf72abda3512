package org.geco.asd.nodes.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.autoencoder.TinyAutoencoder;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.predict.Predicting;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

/** Both nodes: what a learner's port holds is what a predictor scores with. */
class AutoencoderNodesTest {

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final DefaultNodeAccess m_learner = DefaultNodeAccess.of(new AutoencoderLearnerNodeFactory());

    private final DefaultNodeAccess m_predictor = DefaultNodeAccess.of(new AutoencoderPredictorNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_clips = new ClipTable(m_repository);
        for (int i = 0; i < 3; i++) {
            m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, i));
        }
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private static AutoencoderLearnerNodeParameters tiny() {
        final AutoencoderLearnerNodeParameters parameters = new AutoencoderLearnerNodeParameters();
        parameters.m_epochs = Optional.of(2);
        parameters.m_batchSize = 16;
        parameters.m_width = Optional.of(16);
        parameters.m_bottleneck = Optional.of(4);
        return parameters;
    }

    private DefaultNodeAccess.Executed learn(final BufferedDataTable clips) throws Exception {
        return m_learner.execute(tiny(), new PortObject[]{clips, null}, m_clips.exec());
    }

    private static List<DataRow> rows(final PortObject table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = ((BufferedDataTable)table).iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void aLearnedModelScoresTheTestRows() throws Exception {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 4, 2));
        m_clips.add("fan", "test", null);
        final BufferedDataTable clips = m_clips.create();
        final DefaultNodeAccess.Executed learned = learn(clips);
        final AutoencoderModelPortObject model = (AutoencoderModelPortObject)learned.objects()[0];
        assertThat(model.getSpec().machines()).extracting(Object::toString).containsExactly("fan 00");
        assertThat(rows(learned.objects()[1])).extracting(row -> row.getCell(0) + " " + row.getCell(1))
            .containsExactly("fan 1", "fan 2");
        assertThat(learned.warning()).get().asString().contains("steps only");
        final DefaultNodeAccess.Executed scored = m_predictor.execute(new AutoencoderPredictorNodeParameters(),
            new PortObject[]{model, clips}, m_clips.exec());
        final List<DataRow> rows = rows(scored.objects()[0]);
        assertThat(((DoubleValue)rows.get(0).getCell(4)).getDoubleValue())
            .isEqualTo(TinyAutoencoder.score(model.model(), "fan", Synthetic.clip("fan", 0.9, 33, 2)));
        assertThat(((MissingValue)rows.get(1).getCell(4)).getError()).contains("4 frames");
        assertThat(scored.warning()).get().asString().startsWith("2 of 3 clips could not be scored");
    }

    @Test
    void anUnknownMachineTypeIsMissing() throws Exception {
        m_clips.add("valve", "test", Synthetic.clip("valve", 0.9, 30, 1));
        final BufferedDataTable clips = m_clips.create();
        final PortObject model = learn(clips).objects()[0];
        assertThat(m_predictor.execute(new AutoencoderPredictorNodeParameters(),
            new PortObject[]{model, clips}, m_clips.exec()).warning()).get().asString()
                .contains("clips could not be scored").contains("valve");
    }

    @Test
    void theDefaultsAreTheChallengesAndBadSettingsAreRefusedBeforeExecution() throws Exception {
        final AutoencoderLearnerNodeParameters parameters = new AutoencoderLearnerNodeParameters();
        final PortObjectSpec[] specs = {ClipTable.SPEC, null};
        final AutoencoderSettings dcase = AutoencoderSettings.DCASE;
        assertThat(parameters.settings(1000).training().learningRates().at(99)).isEqualTo(1e-3);
        assertThat(parameters.settings(1000).with(dcase.training())).isEqualTo(dcase);
        assertThat(parameters.settings(1000).training().inWords()).isEqualTo(dcase.training().inWords());
        assertThat(m_learner.configure(parameters, specs).specs()[1]).isNotNull();
        assertThat(parameters.settings(32).training().epochs()).isEqualTo(100);
        // a clip of 10 s has 309 windows, less than a batch
        assertThat(parameters.settings(1).training().epochs()).isEqualTo(2000);
        assertThat(parameters.settings(12).training().epochs()).isEqualTo(250);
        parameters.m_epochs = Optional.of(7);
        assertThat(parameters.settings(1).training().epochs()).isEqualTo(7);
        parameters.m_network = AutoencoderLearnerNodeParameters.Network.IDNN;
        assertThat(parameters.settings(1000).with(dcase.training())).isEqualTo(AutoencoderSettings.IDNN);
        parameters.m_members = 0;
        assertThatThrownBy(() -> m_learner.configure(parameters, specs)).hasMessageContaining("ensemble members is 0");
        parameters.m_members = 3;
        assertThat(parameters.settings(1000).members()).isEqualTo(3);
        parameters.m_bottleneck = Optional.of(0);
        assertThatThrownBy(() -> m_learner.configure(parameters, specs)).hasMessageContaining("bottleneck is 0");
        final AutoencoderPredictorNodeParameters predictor = new AutoencoderPredictorNodeParameters();
        Predicting.scoreColumn(predictor, "Split");
        assertThatThrownBy(() -> m_predictor.configure(predictor, new PortObjectSpec[]{null, ClipTable.SPEC}))
            .hasMessageContaining("already");
    }
}
