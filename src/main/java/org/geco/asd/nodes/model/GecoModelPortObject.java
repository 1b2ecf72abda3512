package org.geco.asd.nodes.model;

import java.io.IOException;
import java.io.InputStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.geco.GecoModel;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A trained GeCo model. */
public final class GecoModelPortObject extends ModelPortObject<GecoModel> {

    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(GecoModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(GecoModelPortObject.class, true);

    private GecoModelPortObject(final ModelSpec spec, final FileStore file) {
        super(spec, file);
    }

    private GecoModelPortObject(final ModelSpec spec) {
        super(spec);
    }

    /**
     * @param model a trained model
     * @param exec the execution of the node that made it
     * @return its port object
     * @throws AsdException if the model cannot be written
     */
    public static GecoModelPortObject create(final GecoModel model, final ExecutionContext exec) throws AsdException {
        return new GecoModelPortObject(new GecoModelPortObjectSpec(model), store(exec, "geco-model", model::write));
    }

    @Override
    protected GecoModel read(final InputStream in) throws IOException, AsdException {
        return GecoModel.read(in);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<GecoModelPortObject> {
        @Override
        GecoModelPortObject create(final PortObjectSpec spec) {
            return new GecoModelPortObject((ModelSpec)spec);
        }
    }
}
