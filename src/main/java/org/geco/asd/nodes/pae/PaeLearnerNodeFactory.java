package org.geco.asd.nodes.pae;

import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.nodes.learn.LearnerNode;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.LearnerView;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node PAE Learner: trains a Predictive AutoEncoder for each machine type. */
public final class PaeLearnerNodeFactory extends DefaultNodeFactory {
    private static final LearnerNode<PaeLearnerNodeParameters, PaeModel> LEARNER =
        new LearnerNode<>("Machine type", PaeLearner.METRICS, 1, PaeModel.class,
            (parameters, input, training) -> training.with(ClusterMethod.PAE,
                parameters.settings(training.clips().size(), LearnerParameters.fewestOfType(training.clips()))),
            PaeModelPortObject::new);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("PAE Learner") //
        .icon("../../../../../icons/paelearner.png") //
        .shortDescription("Learns to predict frames of normal machine sounds from their neighbours.") //
        .fullDescription("""
            <p>Trains a Predictive AutoEncoder (PAE) for each machine type: of five neighbouring frames of a log-Mel
            spectrogram one is masked, and a network with self-attention predicts it from the other four. It is trained
            on normal sounds only. How badly it predicts a new clip tells how anomalous the clip is (node <i>PAE
            Predictor</i>), and its predictions are what the node <i>GeCo Learner</i> learns to tell from real frames
            (section 2.1 of Zeng et al., <i>Joint Generative-Contrastive Representation Learning for Anomalous Sound
            Detection</i>).</p>
            <p><b>Network.</b> A linear layer from the mel bands to 512 channels, a learned token in place of the masked
            frame, learned positions, 2 transformer blocks of 512 channels (8 heads), a bottleneck of 64 channels for
            each frame, 2 blocks of 256 channels, a linear layer back to the mel bands. The loss is the squared error of
            the masked frame, reported in dB².</p>
            <p><b>Presets.</b> <i>Small data</i> is for dozens to hundreds of clips: a smaller network, for 2,000 steps
            about. <i>Quick</i> is for a first look; <i>Paper</i> is made for thousands of clips and takes more than a
            day without a GPU. <i>Automatic</i> chooses between the first and the last by the number of clips. Every
            setting that is ticked takes the place of the preset's, so that a flow variable can sweep each alone.</p>
            <p><b>Apache Spark.</b> Where there are several machine types and a cluster, each can be trained by a worker
            of its own: see <i>Run on</i>. The model is the same, bit for bit. The spectrograms are handed over in the
            shared folder, where checkpoints are, too. A checkpoint folder, a time budget, a device and <i>Machine types
            at once</i> are of this computer alone, and refused there.</p>
            """ + LearnerTexts.OF_TYPES) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", """
                One row for each clip: its log-Mel spectrogram, machine type and machine ID.
                """) //
            .addInputPort("PAE model to train further", "Optional: a finished model to start from.",
                PaeModelPortObject.TYPE_OPTIONAL) //
            .addOutputPort("PAE model", "A PAE for each machine type.", PaeModelPortObject.TYPE) //
            .addOutputTable("History", """
                A row for each machine type and epoch, and with several ensemble members for each of them, e.g. <i>fan
                member 2</i>: training loss and held-out loss in dB², learning rate, and why training stopped.
                """) //
            .addOutputPort(LearnerTexts.PICTURE, LearnerTexts.PICTURE_HELP, ImagePortObject.TYPE)) //
        .model(LEARNER.with(PaeLearnerNodeParameters.class)) //
        .addView(LearnerView.PAGE) //
        .nodeType(NodeType.Learner) //
        .keywords("predictive autoencoder", "transformer", "self-attention", "anomaly detection", "sound", "GeCo",
            "deep learning");

    /** Creates the factory. */
    public PaeLearnerNodeFactory() {
        super(NODE);
    }
}
