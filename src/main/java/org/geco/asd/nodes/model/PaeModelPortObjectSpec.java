package org.geco.asd.nodes.model;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.pae.PaeModel;

/** Spec of {@link PaeModelPortObject}. */
public final class PaeModelPortObjectSpec extends ModelSpec {

    /** For loading. */
    public PaeModelPortObjectSpec() {
        // filled by load
    }

    private PaeModelPortObjectSpec(final List<MachineId> machines, final MelSettings mel, final String training) {
        super(machines, mel, training);
    }

    static PaeModelPortObjectSpec of(final PaeModel model) throws AsdException {
        final List<MachineId> machines = new ArrayList<>();
        for (final String type : model.machineTypes()) {
            for (final String id : model.machineIds(type)) {
                machines.add(new MachineId(type, id));
            }
        }
        final TrainingSettings training = model.settings().training();
        return new PaeModelPortObjectSpec(machines, model.mel(), epochs(training.epochs()) + ", batch size "
            + training.batchSize() + ", learning rate " + training.learningRate() + ", seed " + training.seed());
    }

    /** Saves and loads the spec. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<PaeModelPortObjectSpec> {
    }
}
