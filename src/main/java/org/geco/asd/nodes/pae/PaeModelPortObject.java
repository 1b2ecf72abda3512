package org.geco.asd.nodes.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Trained PAEs, one for each machine type. */
public final class PaeModelPortObject extends ModelPortObject<PaeModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(PaeModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(PaeModelPortObject.class, true);

    private PaeModelPortObject(final ModelSpec spec) {
        super(spec, PaeModel::read);
    }

    /** Writes a trained model; fails if it cannot be written. */
    public PaeModelPortObject(final PaeModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, PaeModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<PaeModelPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(PaeModelPortObject::new);
        }
    }
}
