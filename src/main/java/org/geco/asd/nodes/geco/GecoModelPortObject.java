package org.geco.asd.nodes.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A trained GeCo model. */
public final class GecoModelPortObject extends ModelPortObject<GecoModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(GecoModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(GecoModelPortObject.class, true);

    private GecoModelPortObject(final ModelSpec spec) {
        super(spec, GecoModel::read);
    }

    /** Writes a trained model; fails if it cannot be written. */
    public GecoModelPortObject(final GecoModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, GecoModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<GecoModelPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(GecoModelPortObject::new);
        }
    }
}
