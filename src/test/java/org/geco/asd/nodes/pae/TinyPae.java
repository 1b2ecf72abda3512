package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.geco.asd.nodes.learn.ClipTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

/** Settings of a PAE Learner that trains in a moment. */
final class TinyPae {

    private TinyPae() {
    }

    static PaeLearnerNodeParameters parameters() {
        final PaeLearnerNodeParameters parameters = new PaeLearnerNodeParameters();
        parameters.m_preset = PaePreset.QUICK;
        parameters.m_epochs = Optional.of(2);
        parameters.m_batchSize = Optional.of(16);
        parameters.m_network.m_encoderWidth = Optional.of(16);
        parameters.m_network.m_decoderWidth = Optional.of(8);
        parameters.m_network.m_heads = Optional.of(2);
        parameters.m_windowStride = Optional.of(2);
        return parameters;
    }

    /** @return the node's answer before it is executed */
    static DefaultNodeAccess.Configured configure(final PaeLearnerNodeParameters parameters) throws Exception {
        return DefaultNodeAccess.of(new PaeLearnerNodeFactory()).configure(parameters,
            new PortObjectSpec[]{ClipTable.SPEC, null});
    }

    /** The node says before it is executed what it does not accept. */
    static void assertRefused(final PaeLearnerNodeParameters parameters, final String what) {
        assertThatThrownBy(() -> configure(parameters)).hasMessageContaining(what);
    }
}
