package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nodes.predict.ErrorView;
import org.geco.asd.nodes.predict.PredictorNode;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node PAE Predictor: appends the prediction error of a trained PAE. */
public final class PaePredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("PAE Predictor") //
        .icon("../../../../../icons/paepredictor.png") //
        .shortDescription("Scores clips by how badly a trained PAE predicts their frames.") //
        .fullDescription("""
            <p>Appends the frame-level anomaly score of each clip: frames of its log-Mel spectrogram are masked one
            after the other, the PAE of the clip's machine type predicts each from its neighbours, and the score is the
            mean squared error in dB². The higher, the more anomalous. Scores of different machine types cannot be
            compared with each other.</p>
            <p>A machine that fails to click is easier to predict than a healthy one, and its score is low. Then append
            the errors by band, and let an <i>Outlier Learner</i> (one part, rows of the training clips) and
            <i>Predictor</i> judge them: they look in both directions.</p>
            <p>The view shows where: the bright parts of a clip's map of errors are the times and frequencies at which
            the PAE expected something else. Loop the worst second, and hear a held-out clip of the same machine beside
            it.</p>
            <p>Of several <i>Ensemble members</i> score and errors by band are the means of theirs. View and picture
            show the mean of their predictions, whose errors are a little smaller.</p>
            """ + PredictorNode.OF_TYPES) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("PAE model", "A trained model from the node PAE Learner.", PaeModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram and machine type.") //
            .addOutputTable("Scored clips", """
                The used rows with the PAE score appended, and the errors by band if asked for.
                """) //
            .addOutputPort("Picture", """
                The clip with the highest score, or of the row that is set: its spectrogram, and below it where the PAE
                expected something else, with a frame around the worst second; a PNG image.
                """, ImagePortObject.TYPE)) //
        .model(PredictorNode.with(PaePredictorNodeParameters.class)) //
        .addView(ErrorView.<PaeModel>page("PAE", PaeScorer::reconstruct)) //
        .nodeType(NodeType.Predictor) //
        .keywords("predictive autoencoder", "reconstruction error", "anomaly score", "anomaly detection", "sound",
            "GeCo");

    /** Creates the factory. */
    public PaePredictorNodeFactory() {
        super(NODE);
    }
}
