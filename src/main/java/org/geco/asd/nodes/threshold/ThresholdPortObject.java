package org.geco.asd.nodes.threshold;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The thresholds of an anomaly score, one for each machine. */
public final class ThresholdPortObject extends ModelPortObject<ThresholdModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ThresholdPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(ThresholdPortObject.class, true);

    private ThresholdPortObject(final ModelSpec spec) {
        super(spec, ThresholdModel::read);
    }

    /** Writes a model; fails if it cannot be written. */
    public ThresholdPortObject(final ThresholdModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, ThresholdModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<ThresholdPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(ThresholdPortObject::new);
        }
    }
}
