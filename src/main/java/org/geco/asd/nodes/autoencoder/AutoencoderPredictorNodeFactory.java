package org.geco.asd.nodes.autoencoder;

import org.geco.asd.detect.Clip;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.nodes.predict.ErrorView;
import org.geco.asd.nodes.predict.PredictorNode;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Autoencoder Predictor: appends the reconstruction error of a trained autoencoder. */
public final class AutoencoderPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Autoencoder Predictor") //
        .icon("../../../../../icons/autoencoderpredictor.png") //
        .shortDescription("Scores clips by how badly a trained autoencoder reconstructs them.") //
        .fullDescription("""
            <p>Appends the anomaly score of each clip: the autoencoder of the clip's machine type reconstructs all
            windows of neighbouring frames of its log-Mel spectrogram, and the score is the mean squared error in dB².
            The higher, the more anomalous. Scores of different machine types cannot be compared with each other.</p>
            <p>The view shows where: each frame as the windows around it give it back on average, and what is left as a
            map of errors. Loop the worst second, and hear a held-out clip of the same machine beside it.</p>
            <p>Of several <i>Ensemble members</i> the score is the mean of theirs. The view shows the mean of what they
            give back, whose errors are a little smaller.</p>
            """ + PredictorNode.OF_TYPES) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Autoencoder model", "A trained model from the node Autoencoder Learner.",
                AutoencoderModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram and machine type.") //
            .addOutputTable("Scored clips", "The used rows with the autoencoder's score appended.")) //
        .model(PredictorNode.with(AutoencoderPredictorNodeParameters.class)) //
        .addView(ErrorView.page("autoencoder",
            (final AutoencoderModel model, final Clip clip) -> AutoencoderScorer.reconstruct(model, clip))) //
        .nodeType(NodeType.Predictor) //
        .keywords("autoencoder", "reconstruction error", "DCASE", "baseline", "anomaly score", "anomaly detection",
            "sound");

    /** Creates the factory. */
    public AutoencoderPredictorNodeFactory() {
        super(NODE);
    }
}
