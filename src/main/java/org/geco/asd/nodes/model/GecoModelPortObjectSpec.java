package org.geco.asd.nodes.model;

import java.util.List;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.geco.GecoModel;

/** Spec of {@link GecoModelPortObject}. */
public final class GecoModelPortObjectSpec extends ModelSpec {

    /** For loading. */
    public GecoModelPortObjectSpec() {
        // filled by load
    }

    private GecoModelPortObjectSpec(final List<MachineId> machines, final MelSettings mel, final String training) {
        super(machines, mel, training);
    }

    static GecoModelPortObjectSpec of(final GecoModel model) {
        final TrainingSettings training = model.settings().training();
        return new GecoModelPortObjectSpec(model.machines(), model.mel(),
            (model.withPae() ? "GeCo, maximal λ " + model.settings().lambda().max() : "plain ResNet-18 without PAE") + ", "
                + epochs(training.epochs()) + ", batch size " + training.batchSize() + ", learning rate "
                + training.learningRate() + ", seed " + training.seed());
    }

    /** Saves and loads the spec. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<GecoModelPortObjectSpec> {
    }
}
