package org.geco.asd.nodes.classifier;

import org.geco.asd.methods.classifier.ClassifierLearner;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.nodes.learn.LearnerNode;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.LearnerView;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Sound Classifier Learner: networks that learn to tell machines apart. */
public final class ClassifierLearnerNodeFactory extends DefaultNodeFactory {
    private static final LearnerNode<ClassifierLearnerNodeParameters, ClassifierModel> LEARNER =
        new LearnerNode<>("Member", ClassifierLearner.METRICS, 1, ClassifierModel.class,
            (parameters, input, training) -> training
                .with(new ClassifierLearner(parameters.settings(training.clips().size()))),
            ClassifierModelPortObject::new);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Sound Classifier Learner") //
        .icon("../../../../../icons/classifierlearner.png") //
        .shortDescription("Learns to tell machines apart by their normal sounds.") //
        .fullDescription("""
            <p>Trains a network to recognise from a patch of a log-Mel spectrogram which machine it is of: each machine
            type and ID is a class. A clip whose machine it does not recognise any more is anomalous (node <i>Sound
            Classifier Predictor</i>). It needs normal clips of two machines or more, and nothing else: this is what
            the paper of GeCo compares with.</p>
            <p><b>Network.</b> <i>ResNet-18</i> is GeCo's, without its PAE (preset Paper: as the paper trains it).
            <i>MobileNetV2</i> is that of the challenge's baseline of 2021 (preset Paper: half of the width, 64 frames,
            Adam), and by its name that of Giri et al. 2020, whose settings are not the preset's. <i>STgram-MFN</i>
            (Liu et al. 2022, preset Paper: as its authors' code) sees clips of 10 s as a whole and hears their
            recordings, too, whose paths must be in the table: what a convolution learns to make of the waveform is a
            second picture beside the spectrogram. It is for spectrograms with a hop of 512 samples; clips of another
            length need another number of frames in a patch. A detector cannot be composed of it.</p>
            <p><b>Classifier.</b> The network's: for STgram-MFN ArcFace, for the others a linear layer with cross
            entropy. Or another: a linear layer with cross entropy, or angles to centres: ArcFace, AdaCos, sub-cluster
            AdaCos (Wilkinghoff 2021, whose network and input were others).</p>
            <p><b>Score.</b> −log of the probability of the clip's own machine, or the distance of the embedding from
            the machine's centre; both are means over the patches of a clip. STgram-MFN's has the margin of ArcFace on
            the own machine, as in training.</p>
            """ + LearnerTexts.of("""
            it learns new machines, and goes on with the ones it knows; machines without clips are not known any more.
            Network, width, frames in a patch and classifier must be the model's.
            """)) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", """
                One row for each clip: its log-Mel spectrogram, machine type and ID; for STgram-MFN its path, too.
                """) //
            .addInputPort("Sound classifier to train further", "Optional: a finished model to start from.",
                ClassifierModelPortObject.TYPE_OPTIONAL) //
            .addOutputPort("Sound classifier", "The trained networks with the centre of each machine.",
                ClassifierModelPortObject.TYPE) //
            .addOutputTable("History", """
                Losses, accuracy and learning rate of each epoch, for each member of an ensemble, and why training
                stopped.
                """) //
            .addOutputPort(LearnerTexts.PICTURE, LearnerTexts.PICTURE_HELP, ImagePortObject.TYPE)) //
        .model(LEARNER.with(ClassifierLearnerNodeParameters.class)) //
        .addView(LearnerView.PAGE) //
        .nodeType(NodeType.Learner) //
        .keywords("anomaly detection", "sound", "classification", "MobileNetV2", "ResNet", "STgram", "ArcFace",
            "AdaCos");

    /** Creates the factory. */
    public ClassifierLearnerNodeFactory() {
        super(NODE);
    }
}
