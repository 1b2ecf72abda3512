package org.geco.asd.nodes.model;

import org.geco.asd.methods.pae.PaeModel;

/** Spec of {@link PaeModelPortObject}. */
public final class PaeModelPortObjectSpec extends ModelSpec {

    /** For loading. */
    public PaeModelPortObjectSpec() {
        // filled by load
    }

    PaeModelPortObjectSpec(final PaeModel model) {
        super(model);
    }

    /** Saves and loads the spec. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<PaeModelPortObjectSpec> {
    }
}
