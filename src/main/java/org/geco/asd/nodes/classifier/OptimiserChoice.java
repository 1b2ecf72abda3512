package org.geco.asd.nodes.classifier;

import org.geco.asd.methods.classifier.OptimizerSettings;
import org.knime.node.parameters.widget.choices.Label;

/** What changes the weights. The names are stored in workflows. */
enum OptimiserChoice {
    @Label(value = "The network's", description = "SGD for ResNet-18, Adam for MobileNetV2 and STgram-MFN.")
    OF_THE_NETWORK,
    @Label(value = "SGD", description = "With a momentum of 0.9 and a weight decay of 0.0001.")
    SGD,
    @Label(value = "Adam", description = "With its usual constants.")
    ADAM;

    OptimizerSettings settings(final OptimizerSettings ofNetwork) {
        return switch (this) {
            case OF_THE_NETWORK -> ofNetwork;
            case SGD -> OptimizerSettings.SGD;
            case ADAM -> OptimizerSettings.ADAM;
        };
    }
}
