package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoMetrics;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nodes.learn.LearnerNode;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.LearnerView;
import org.geco.asd.nodes.pae.PaeModelPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node GeCo Learner: joint generative-contrastive training. */
public final class GecoLearnerNodeFactory extends DefaultNodeFactory {
    private static final String NO_PAE =
        "No PAE model is connected: the plain ResNet-18 baseline was trained, without reconstructions and "
            + "without L_con.";

    private static final LearnerNode<GecoLearnerNodeParameters, GecoModel> LEARNER = new LearnerNode<>("Member",
        GecoMetrics.METRICS, 2, GecoModel.class, GecoLearnerNodeFactory::train, GecoModelPortObject::new);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GeCo Learner") //
        .icon("../../../../../icons/gecolearner.png") //
        .shortDescription("Learns to tell machines apart, and their sounds from what a PAE predicts of them (GeCo).") //
        .fullDescription("""
            <p>Trains GeCo (Zeng et al., <i>Joint Generative-Contrastive Representation Learning for Anomalous Sound
            Detection</i>): a ResNet-18 that learns to tell machines apart from normal recordings alone. In every
            training step a random patch of each clip is joined by its reconstruction, in which one frame of every five
            is replaced by what the PAE of its machine type predicts. The loss is
            <i>L_CE + λ · L_con</i>: the cross entropy of the machine IDs over originals and reconstructions, and a
            contrastive loss that separates the two within each machine. λ is 0 at first and then rises, so that the
            network learns the machines before it learns what is not quite them.</p>
            <p>A clip is scored by the GeCo Predictor: 1 − cosine between its embedding and the centre of the training
            clips of its own machine.</p>
            <p>Connect a PAE model that was trained on the same machine types. Without it the node trains the plain
            ResNet-18, the paper's baseline, and says so. Of several <i>Ensemble members</i> the first learns from the
            PAE model's first PAE of each machine type, the second from the second, and so on; after the last PAE comes
            the first again.</p>
            <p><b>Options from the literature</b> are off unless chosen; docs/options.md names their sources.
            <i>Patches of a clip when scoring</i> lets a clip be heard from its first frame to its last, however long it
            is. <i>Patches that count</i> makes the score of a clip that of its most conspicuous patches, for faults
            that are heard for a moment only. <i>Mixup</i> lets the network recognise machines in mixed patches, too, by
            their shares. <i>Classifier</i> learns machines from angles instead of with a linear layer: ArcFace demands
            a margin, AdaCos finds its scale by itself, sub-cluster AdaCos gives a machine several centres. <i>Remove
            the mean of each band</i> hides what is constant in a recording. <i>Centres of a machine</i> is for machines
            with several normal states.</p>
            <p>With clips of one machine only the node needs a PAE: there are reconstructions to tell from originals,
            but no other machines.</p>
            """ + LearnerTexts.of("""
            it learns new machines, and goes on with the ones it knows; machines without clips are not known any more.
            Base width and frames in a patch must be the model's.
            """)) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram, machine type and ID.") //
            .addInputPort("PAE model", "Optional: the PAEs that predict the frames of the reconstructions.",
                PaeModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("GeCo model to train further", "Optional: a finished model to start from.",
                GecoModelPortObject.TYPE_OPTIONAL) //
            .addOutputPort("GeCo model", "The trained network with the centre of each machine.",
                GecoModelPortObject.TYPE) //
            .addOutputTable("History", """
                λ, losses, accuracies and learning rate of each epoch, for each member of an ensemble, and why training
                stopped.
                """) //
            .addOutputPort(LearnerTexts.PICTURE, LearnerTexts.PICTURE_HELP, ImagePortObject.TYPE)) //
        .model(LEARNER.with(GecoLearnerNodeParameters.class)) //
        .addView(LearnerView.PAGE) //
        .nodeType(NodeType.Learner) //
        .keywords("anomaly detection", "sound", "contrastive learning", "ResNet", "machine condition monitoring");

    /** Creates the factory. */
    public GecoLearnerNodeFactory() {
        super(NODE);
    }

    private static GecoModel train(final GecoLearnerNodeParameters parameters, final ExecuteInput input,
        final LearnerNode.Run<GecoModel> training) throws AsdException {
        final int clips = training.clips().size();
        final PaeModelPortObject pae = input.getInPortObject(1);
        if (pae == null) {
            training.warn(NO_PAE);
            return training.with(new GecoLearner(parameters.settings(clips), Optional.empty()));
        }
        try (PaeReconstructor reconstructor = new PaeReconstructor(pae.model())) {
            return training.with(new GecoLearner(parameters.settings(clips), Optional.of(reconstructor)));
        }
    }
}
