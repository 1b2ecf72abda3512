package org.geco.asd.nodes.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.predict.MapView;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

/** Both nodes: what a learner's port holds is what a predictor scores with. */
class ClassifierNodesTest {
    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ClipTable m_clips;

    private final DefaultNodeAccess m_learner = DefaultNodeAccess.of(new ClassifierLearnerNodeFactory());

    private final DefaultNodeAccess m_predictor = DefaultNodeAccess.of(new ClassifierPredictorNodeFactory());

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_clips = new ClipTable(m_repository);
        for (int i = 0; i < 3; i++) {
            m_clips.add("fan", "train", Synthetic.clip("fan", 0.9, 30, i));
            m_clips.add("pump", "train", Synthetic.clip("pump", 0.3, 30, i));
        }
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private static ClassifierLearnerNodeParameters tiny() {
        final ClassifierLearnerNodeParameters parameters = new ClassifierLearnerNodeParameters();
        parameters.m_preset = ClassifierPreset.QUICK;
        parameters.m_epochs = Optional.of(2);
        parameters.m_batchSize = Optional.of(4);
        parameters.m_sizes.m_width = Optional.of(2 / 64.0);
        parameters.m_sizes.m_patchFrames = Optional.of(20);
        return parameters;
    }

    @Test
    void aLearnedModelScoresTheTestRows() throws Exception {
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 33, 2));
        m_clips.add("fan", "test", Synthetic.clip("fan", 0.9, 4, 2));
        m_clips.add("valve", "test", Synthetic.clip("valve", 0.9, 33, 2));
        final BufferedDataTable clips = m_clips.create();
        final DefaultNodeAccess.Executed learned =
            m_learner.execute(tiny(), new PortObject[]{clips, null}, m_clips.exec());
        final ClassifierModelPortObject model = (ClassifierModelPortObject)learned.objects()[0];
        assertThat(model.getSpec().machines()).extracting(Object::toString).containsExactly("fan 00", "pump 00");
        assertThat(model.getSpec().training()).contains("ResNet-18 of base width 2").contains("2 epochs");
        final DefaultNodeAccess.Executed scored = m_predictor.execute(new ClassifierPredictorNodeParameters(),
            new PortObject[]{model, clips}, m_clips.exec());
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable)scored.objects()[0]).forEach(rows::add);
        try (ClassifierScorer scorer = new ClassifierScorer(model.model())) {
            assertThat(((DoubleValue)rows.get(0).getCell(4)).getDoubleValue()).isPositive().isEqualTo(scorer
                .score(model.getSpec().machines().get(0), Synthetic.clip("fan", 0.9, 33, 2), "a clip").score());
        }
        assertThat(((MissingValue)rows.get(1).getCell(4)).getError()).contains("4 frames");
        assertThat(((MissingValue)rows.get(2).getCell(4)).getError()).contains("not trained on machine valve 00");
        assertThat(scored.warning()).get().asString().startsWith("2 of 3 clips could not be scored");
        final MapView view = (MapView)m_predictor.view().orElseThrow().handler(null, scored.internals()).orElseThrow();
        assertThat(view.map("fan")).contains("\"nearest\" : -1", "\"score\"").doesNotContain("valve");
    }

    @Test
    void presetsAreTheNetworksAndBadSettingsAreRefusedBeforeExecution() throws Exception {
        final ClassifierLearnerNodeParameters parameters = new ClassifierLearnerNodeParameters();
        final PortObjectSpec[] specs = {ClipTable.SPEC, null};
        assertThat(m_learner.configure(parameters, specs).specs()[1]).isNotNull();
        assertThat(parameters.settings(1000)).isEqualTo(ClassifierSettings.small(Network.RES_NET_18, 5));
        assertThat(parameters.settings(1001)).isEqualTo(ClassifierSettings.RES_NET_18);
        parameters.m_network = NetworkChoice.MOBILE_NET_V2;
        assertThat(parameters.settings(1001).optimizer()).isEqualTo(ClassifierSettings.MOBILE_NET_V2.optimizer());
        assertThat(parameters.settings(1001).architecture())
            .isEqualTo(ClassifierSettings.MOBILE_NET_V2.architecture());
        assertThat(parameters.settings(10).training().learningRate()).isEqualTo(1e-3);
        parameters.m_epochs = Optional.of(12);
        assertThat(parameters.settings(10).training().rates().milestones()).containsExactly(5, 9);
        parameters.m_sizes.m_width = Optional.of(5.0);
        assertThatThrownBy(() -> m_learner.configure(parameters, specs)).hasMessageContaining("width is 5.0");
    }
}
