package org.geco.asd.nodes.classifier;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.model.ModelSerializer;
import org.geco.asd.nodes.model.ModelSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Trained classifiers of machines. */
public final class ClassifierModelPortObject extends ModelPortObject<ClassifierModel> {
    /** The port type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ClassifierModelPortObject.class);

    /** The port type of an input that may stay open. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(ClassifierModelPortObject.class, true);

    private ClassifierModelPortObject(final ModelSpec spec) {
        super(spec, ClassifierModel::read);
    }

    /** Writes a trained model; fails if it cannot be written. */
    public ClassifierModelPortObject(final ClassifierModel model, final ExecutionContext exec) throws AsdException {
        super(model, new ModelSpec(model), exec, ClassifierModel::read);
    }

    /** Saves and loads the port object. */
    public static final class Serializer extends ModelSerializer<ClassifierModelPortObject> {
        /** Made by KNIME. */
        public Serializer() {
            super(ClassifierModelPortObject::new);
        }
    }
}
