package org.geco.asd.nodes.autoencoder;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Trained autoencoders, one for each machine type. */
public final class AutoencoderModelPortObject extends ModelPortObject<AutoencoderModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(AutoencoderModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(AutoencoderModelPortObject.class, true);

    private AutoencoderModelPortObject(final ModelSpec spec) {
        super(spec, AutoencoderModel::read);
    }

    /** Writes a trained model; fails if it cannot be written. */
    public AutoencoderModelPortObject(final AutoencoderModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, AutoencoderModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<AutoencoderModelPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(AutoencoderModelPortObject::new);
        }
    }
}
