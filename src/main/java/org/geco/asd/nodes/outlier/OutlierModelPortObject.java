package org.geco.asd.nodes.outlier;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.geco.asd.outlier.OutlierModel;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** What normal vectors of each machine are like. */
public final class OutlierModelPortObject extends ModelPortObject<OutlierModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(OutlierModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(OutlierModelPortObject.class, true);

    private OutlierModelPortObject(final ModelSpec spec) {
        super(spec, OutlierModel::read);
    }

    /** Writes a trained model; fails if it cannot be written. */
    public OutlierModelPortObject(final OutlierModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, OutlierModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<OutlierModelPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(OutlierModelPortObject::new);
        }
    }
}
