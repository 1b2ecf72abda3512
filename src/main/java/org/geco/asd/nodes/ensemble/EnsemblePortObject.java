package org.geco.asd.nodes.ensemble;

import org.geco.asd.common.AsdException;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** What several scores usually are for each machine, and how they are combined. */
public final class EnsemblePortObject extends ModelPortObject<ScoreEnsemble> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(EnsemblePortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(EnsemblePortObject.class, true);

    private EnsemblePortObject(final ModelSpec spec) {
        super(spec, ScoreEnsemble::read);
    }

    /** Writes an ensemble; fails if it cannot be written. */
    public EnsemblePortObject(final ScoreEnsemble ensemble, final ExecutionContext exec) throws AsdException {
        super(ensemble, new ModelSpec(ensemble), exec, ScoreEnsemble::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<EnsemblePortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(EnsemblePortObject::new);
        }
    }
}
