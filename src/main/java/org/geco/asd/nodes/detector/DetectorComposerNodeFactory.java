package org.geco.asd.nodes.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Learned;
import org.geco.asd.detector.Combined;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.nodes.autoencoder.AutoencoderModelPortObject;
import org.geco.asd.nodes.classifier.ClassifierModelPortObject;
import org.geco.asd.nodes.ensemble.EnsemblePortObject;
import org.geco.asd.nodes.fusion.GammaTable;
import org.geco.asd.nodes.geco.GecoModelPortObject;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.outlier.OutlierModelPortObject;
import org.geco.asd.nodes.pae.PaeModelPortObject;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.threshold.ThresholdPortObject;
import org.geco.asd.outlier.OutlierModel;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Detector Composer: what was trained becomes one thing that can leave the workflow. */
public final class DetectorComposerNodeFactory extends DefaultNodeFactory {
    private static final int PAE = 1;
    private static final int GECO = 2;
    private static final int AUTOENCODER = 3;
    private static final int OUTLIER = 4;
    private static final int ENSEMBLE = 5;
    private static final int THRESHOLDS = 6;
    private static final int CLASSIFIER = 7;
    private static final int GAMMAS = 8;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Detector Composer") //
        .icon("../../../../../icons/detectorcomposer.png") //
        .shortDescription("Makes one detector of all that was trained: from a recording to its decision.") //
        .fullDescription("""
            <p>Connect what the decision is made of: the models that give scores, the score ensemble or γ that combine
            them, the thresholds that decide; each is optional but one model. The detector has all of it, with the
            settings of the spectrograms. The <i>Detector Writer</i> keeps it in one file, the <i>Detector Predictor</i>
            judges new recordings with it, tonight or on another computer, without the nodes that it was trained
            with.</p>
            <p><b>The table</b> is that of the trained workflow's end, with paths, spectrograms and scores. The settings
            of the spectrograms come from it. The finished detector scores some of its clips from their files, and the
            node fails if a score is another than in the table: then a setting of this node is not that of the node
            which computed the score, e.g. the channel, the statistics, or the frames of the PAE.</p>
            <p>The ensemble and the thresholds know scores by the names of their columns; change names here only where
            you changed them there.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", "Clips with their paths, spectrograms and scores.") //
            .addInputPort("PAE model", "Optional: gives the PAE score.", PaeModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("GeCo model", "Optional: gives the GeCo score.", GecoModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("Autoencoder model", "Optional: gives the autoencoder's score.",
                AutoencoderModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("Outlier model", """
                Optional: gives the outlier score. It must have been learned from vectors of <i>Spectral Statistics</i>.
                """, OutlierModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("Score ensemble", "Optional: combines the scores.", EnsemblePortObject.TYPE_OPTIONAL) //
            .addInputPort("Thresholds", "Optional: decide. Without them there are only scores.",
                ThresholdPortObject.TYPE_OPTIONAL) //
            .addInputPort("Sound classifier", "Optional: gives the classifier's score.",
                ClassifierModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("γ of each machine type", """
                Optional: the second output of <i>Anomaly Score Fusion</i>. The detector fuses the scores of the PAE and
                of GeCo as that node does.
                """, BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("Detector", "All of it, for Detector Predictor and Writer.", DetectorPortObject.TYPE)) //
        .model(NodeFailures.guarded(DetectorComposerNodeParameters.class, DetectorComposerNodeFactory::configure,
            DetectorComposerNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("model", "deployment", "anomaly detection", "sound", "machine condition monitoring");

    /** Creates the factory. */
    public DetectorComposerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorComposerNodeParameters parameters = input.getParameters();
        parameters.m_signal.features(MelSettings.PAPER);
        parameters.m_statistics.settings();
        parameters.m_pae.settings().check();
        parameters.m_device.check();
        final DataTableSpec spec = input.getInTableSpec(0);
        new DetectorCheck(spec, parameters);
        spectrograms(spec, parameters);
        output.setOutSpec(0, null); // the machines are known only after reading
    }

    private static int spectrograms(final DataTableSpec spec, final DetectorComposerNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.require(spec, Titles.SPECTROGRAMS, parameters.m_spectrogramColumn, SpectrogramValue.class);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorComposerNodeParameters parameters = input.getParameters();
        final NodeWarnings warnings = new NodeWarnings();
        final BufferedDataTable table = input.getInTable(0);
        final DetectorCheck check = new DetectorCheck(table.getDataTableSpec(), parameters);
        final Features features = parameters.m_signal
            .features(mel(table, spectrograms(table.getDataTableSpec(), parameters)));
        final Optional<ThresholdModel> thresholds = model(input, THRESHOLDS);
        final Detector detector =
            Detector.of(features, parts(input, parameters), combined(input, parameters), thresholds);
        parameters.m_device.start(warnings::add);
        check.run(detector, table, new KnimeProgress(input.getExecutionContext()), warnings);
        output.setOutData(0, new DetectorPortObject(detector, input.getExecutionContext()));
        warnings.add(thresholds.isPresent() ? Optional.empty()
            : Optional.of("No thresholds are connected: the detector gives scores, and decides nothing."));
        warnings.show(output);
    }

    private static List<Part> parts(final ExecuteInput input, final DetectorComposerNodeParameters parameters)
        throws AsdException {
        final List<Part> parts = new ArrayList<>();
        final Optional<OutlierModel> outlier = model(input, OUTLIER);
        if (outlier.isPresent()) {
            parts.add(new Part.Statistics(parameters.m_outlierScore, outlier.get(),
                parameters.m_statistics.settings()));
        }
        final Optional<PaeModel> pae = model(input, PAE);
        pae.ifPresent(model -> parts.add(new Part.Pae(parameters.m_paeScore, model, parameters.m_pae.settings())));
        final Optional<GecoModel> geco = model(input, GECO);
        geco.ifPresent(model -> parts.add(new Part.Geco(parameters.m_gecoScore, model)));
        final Optional<AutoencoderModel> autoencoder = model(input, AUTOENCODER);
        autoencoder.ifPresent(model -> parts.add(new Part.Autoencoder(parameters.m_autoencoderScore, model)));
        final Optional<ClassifierModel> classifier = model(input, CLASSIFIER);
        classifier.ifPresent(model -> parts.add(new Part.Classifier(parameters.m_classifierScore, model)));
        return parts;
    }

    /** The ensemble is the last: it may combine the fused score with others. */
    private static List<Combined> combined(final ExecuteInput input, final DetectorComposerNodeParameters parameters)
        throws AsdException, InvalidSettingsException {
        final List<Combined> combined = new ArrayList<>();
        final BufferedDataTable table = input.getInPortObject(GAMMAS);
        if (table != null) {
            final Gammas gammas = GammaTable.read(table);
            combined.add(new Combined.Fusion(GammaTable.scoreName(parameters.m_fusedScore, gammas.perType().values()
                .stream().anyMatch(gamma -> gamma.origin().usesLabels())), parameters.m_paeScore,
                parameters.m_gecoScore, gammas));
        }
        final Optional<ScoreEnsemble> ensemble = model(input, ENSEMBLE);
        ensemble.ifPresent(scores -> combined.add(new Combined.Ensemble(parameters.m_combinedScore, scores)));
        return combined;
    }

    private static <M extends Learned> Optional<M> model(final ExecuteInput input, final int port)
        throws AsdException {
        final ModelPortObject<M> model = input.getInPortObject(port);
        return model == null ? Optional.empty() : Optional.of(model.model());
    }

    private static MelSettings mel(final BufferedDataTable table, final int column) throws AsdException {
        for (final DataRow row : table) {
            if (row.getCell(column) instanceof final SpectrogramValue spectrogram) {
                return spectrogram.getMelSettings();
            }
        }
        throw new AsdException("No clip of the table has a spectrogram, so nothing tells how they are computed.",
            "Connect the table that the scores are in, with its spectrograms.");
    }
}
