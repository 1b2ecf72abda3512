package org.geco.asd.nodes.autoencoder;

import org.geco.asd.methods.autoencoder.AutoencoderLearner;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.nodes.learn.LearnerNode;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.LearnerView;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Autoencoder Learner: trains the challenge's baseline for each machine type. */
public final class AutoencoderLearnerNodeFactory extends DefaultNodeFactory {
    private static final LearnerNode<AutoencoderLearnerNodeParameters, AutoencoderModel> LEARNER =
        new LearnerNode<>("Machine type", new AutoencoderLearner(AutoencoderSettings.DCASE).metrics(), 1,
            AutoencoderModel.class,
            (parameters, input, training) -> training
                .with(new AutoencoderLearner(parameters.settings(LearnerParameters.fewestOfType(training.clips())))),
            AutoencoderModelPortObject::new);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Autoencoder Learner") //
        .icon("../../../../../icons/autoencoderlearner.png") //
        .shortDescription("Learns to reconstruct normal machine sounds through a bottleneck.") //
        .fullDescription("""
            <p>Trains the baseline of the DCASE 2020 challenge, Task 2, for each machine type: an autoencoder of five
            neighbouring frames of a log-Mel spectrogram. It is trained on normal sounds only; what it cannot
            reconstruct is anomalous (node <i>Autoencoder Predictor</i>). It is what other methods are compared with
            (Koizumi et al., <i>Description and Discussion on DCASE2020 Challenge Task 2</i>).</p>
            <p><b>IDNN</b> (Suefusa et al. 2020) interpolates the centre frame of a window from the others instead, with
            layers of 64, 32, 16, 32 and 64 units; its score is the error of the centre frames.</p>
            <p><b>Network.</b> Dense layers of 128, 128, 128, 128, 8, 128, 128, 128 and 128 units, each with batch
            normalisation and ReLU, and a dense layer back to the frames; of Deeplearning4j. The input is dB values as
            they are, and the loss is the mean squared error in dB², minimised with Adam.</p>
            <p><b>Few clips.</b> The defaults are the challenge's, for thousands of clips. Fewer than about 30 of a
            machine type are trained for more epochs than its 100, so that there are about 2,000 steps.</p>
            """ + LearnerTexts.OF_TYPES) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", """
                One row for each clip: its log-Mel spectrogram, machine type and machine ID.
                """) //
            .addInputPort("Autoencoder model to train further", "Optional: a finished model to start from.",
                AutoencoderModelPortObject.TYPE_OPTIONAL) //
            .addOutputPort("Autoencoder model", "An autoencoder for each machine type.",
                AutoencoderModelPortObject.TYPE) //
            .addOutputTable("History", """
                A row for each machine type and epoch, and with several ensemble members for each of them, e.g. <i>fan
                member 2</i>: training loss and held-out loss in dB², learning rate, and why training stopped.
                """) //
            .addOutputPort(LearnerTexts.PICTURE, LearnerTexts.PICTURE_HELP, ImagePortObject.TYPE)) //
        .model(LEARNER.with(AutoencoderLearnerNodeParameters.class)) //
        .addView(LearnerView.PAGE) //
        .nodeType(NodeType.Learner) //
        .keywords("autoencoder", "DCASE", "baseline", "anomaly detection", "sound", "deep learning", "Deeplearning4j");

    /** Creates the factory. */
    public AutoencoderLearnerNodeFactory() {
        super(NODE);
    }
}
