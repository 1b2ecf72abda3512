package org.geco.asd.nodes.classifier;

import java.util.Optional;

import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.nodes.predict.MapView;
import org.geco.asd.nodes.predict.PredictorNode;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Sound Classifier Predictor: appends how little a clip's machine is recognised. */
public final class ClassifierPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Sound Classifier Predictor") //
        .icon("../../../../../icons/classifierpredictor.png") //
        .shortDescription("Scores clips by how little a trained classifier recognises their machine.") //
        .fullDescription("""
            <p>Appends the anomaly score of each clip, the mean over evenly spaced patches of its log-Mel spectrogram:
            −log of the probability that the classifier gives the clip's own machine (type and ID), or the distance of
            its embedding from the machine's centre; which one was set in the learner. The higher, the more
            anomalous.</p>
            <p>A clip's score depends on the clip and the model only, not on the other rows. The output has the used
            rows only, in their order. A clip without a spectrogram, too short for a patch, or of a machine that the
            model was not trained on gets a missing score with its reason, and one warning counts them. Spectrograms
            that were computed with other settings than those of the training stop the node. A model that hears
            recordings (STgram-MFN) reads them again; a clip whose recording cannot be read has no score.</p>
            <p><b>The view</b> is a map of the embeddings of each machine type: machines that the classifier tells apart
            lie apart. Choose a clip to hear it beside the nearest normal one of its machine.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Sound classifier", "A trained model from the node Sound Classifier Learner.",
                ClassifierModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram, machine type and ID.") //
            .addOutputTable("Scored clips", "The used rows with the classifier's score appended.")) //
        .model(PredictorNode.with(ClassifierPredictorNodeParameters.class)) //
        .addView(MapView.<ClassifierModel> page("the classifier", Optional.empty())) //
        .nodeType(NodeType.Predictor) //
        .keywords("anomaly score", "anomaly detection", "sound", "classification", "probability");

    /** Creates the factory. */
    public ClassifierPredictorNodeFactory() {
        super(NODE);
    }
}
