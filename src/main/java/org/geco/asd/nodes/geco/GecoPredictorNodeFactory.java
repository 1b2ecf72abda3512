package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.nodes.predict.MapView;
import org.geco.asd.nodes.predict.PredictorNode;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node GeCo Predictor: appends the distance from the centre of the clip's machine. */
public final class GecoPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GeCo Predictor") //
        .icon("../../../../../icons/gecopredictor.png") //
        .shortDescription("Scores clips by how far GeCo places them from the normal sounds of their machine.") //
        .fullDescription("""
            <p>Appends the clip-level anomaly score of each clip: 1 − cosine between the embeddings of evenly spaced
            patches of its log-Mel spectrogram and the centre of the training clips of the same machine (type and ID),
            averaged over the patches; how many there are, which of them count, and whether there are several centres,
            of which the nearest counts, was set in the learner. 0 is "right at the centre", 1 is "nothing in common".
            The higher, the more anomalous.</p>
            <p>A clip's score depends on the clip and the model only, not on the other rows. The output has the used
            rows only, in their order. A clip without a spectrogram, too short for a patch, or of a machine that the
            model was not trained on gets a missing score with its reason, and one warning counts them. Spectrograms
            that were computed with other settings than those of the training stop the node.</p>
            <p><b>The view</b> is a map of the embeddings of each machine type: normal clips of a machine should lie
            together, faults away from them. Choose a clip to hear it beside the nearest normal one of its machine, and
            to see where in the clip its score comes from; leave held-out rows among the used ones to have one.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("GeCo model", "A trained model from the node GeCo Learner.", GecoModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram, machine type and ID.") //
            .addOutputTable("Scored clips", "The used rows with the GeCo score, and the embedding if asked for.")) //
        .model(PredictorNode.with(GecoPredictorNodeParameters.class)) //
        .addView(MapView.<GecoModel> page("GeCo", Optional.of(OccludedClip::of))) //
        .nodeType(NodeType.Predictor) //
        .keywords("anomaly score", "anomaly detection", "sound", "embedding", "cosine", "ResNet");

    /** Creates the factory. */
    public GecoPredictorNodeFactory() {
        super(NODE);
    }
}
