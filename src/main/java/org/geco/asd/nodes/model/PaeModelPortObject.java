package org.geco.asd.nodes.model;

import java.io.IOException;
import java.io.InputStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.pae.PaeModel;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Trained PAEs, one for each machine type. */
public final class PaeModelPortObject extends ModelPortObject<PaeModel> {

    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(PaeModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(PaeModelPortObject.class, true);

    private PaeModelPortObject(final ModelSpec spec, final FileStore file) {
        super(spec, file);
    }

    private PaeModelPortObject(final ModelSpec spec) {
        super(spec);
    }

    /**
     * @param model a trained model
     * @param exec the execution of the node that made it
     * @return its port object
     * @throws AsdException if the model cannot be written
     */
    public static PaeModelPortObject create(final PaeModel model, final ExecutionContext exec) throws AsdException {
        return new PaeModelPortObject(new PaeModelPortObjectSpec(model), store(exec, "pae-model", model::write));
    }

    @Override
    protected PaeModel read(final InputStream in) throws IOException, AsdException {
        return PaeModel.read(in);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<PaeModelPortObject> {
        @Override
        PaeModelPortObject create(final PortObjectSpec spec) {
            return new PaeModelPortObject((ModelSpec)spec);
        }
    }
}
