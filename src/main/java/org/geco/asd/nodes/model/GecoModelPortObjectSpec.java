package org.geco.asd.nodes.model;

import org.geco.asd.methods.geco.GecoModel;

/** Spec of {@link GecoModelPortObject}. */
public final class GecoModelPortObjectSpec extends ModelSpec {

    /** For loading. */
    public GecoModelPortObjectSpec() {
        // filled by load
    }

    GecoModelPortObjectSpec(final GecoModel model) {
        super(model);
    }

    /** Saves and loads the spec. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<GecoModelPortObjectSpec> {
    }
}
