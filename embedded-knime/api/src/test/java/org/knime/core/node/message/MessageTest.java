package org.knime.core.node.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.KNIMEException;

class MessageTest {

    @Test
    void exceptionsCarryTheMessage() {
        final Message message = Message.fromSummaryWithResolution("No column", "Choose one");
        final IOException cause = new IOException("cause");
        assertThat(KNIMEException.of(message, cause)).hasMessage("No column").hasCause(cause);
        assertThat(KNIMEException.of(message, cause).getKNIMEMessage()).isSameAs(message);
        assertThat(((MessageAwareException)message.toInvalidSettingsException()).getKNIMEMessage()).isSameAs(message);
        assertThatThrownBy(() -> Message.fromSummaryWithResolution(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
