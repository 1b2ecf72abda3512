package org.geco.asd.nodes.detector;

import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** All that was trained, as one. Its spec tells the names of the scores. */
public final class DetectorPortObject extends ModelPortObject<Detector> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(DetectorPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(DetectorPortObject.class, true);

    private DetectorPortObject(final ModelSpec spec) {
        super(spec, Detector::read);
    }

    /** Writes a detector; fails if it cannot be written. */
    public DetectorPortObject(final Detector detector, final ExecutionContext exec) throws AsdException {
        super(detector, new ModelSpec(detector, detector.scores()), exec, Detector::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<DetectorPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(DetectorPortObject::new);
        }
    }
}
