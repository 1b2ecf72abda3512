package org.knime.core.node.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.KNIMEException;

class MessageTest {

    @Test
    void keepsTheFirstIssueAndCountsAll() {
        final MessageBuilder builder = Message.builder().addTextIssue("first").addRowIssue(0, 1, 2, "second")
            .addResolutions("do this", "or that");
        assertThat(builder.build()).isEmpty();
        final Message message = builder.withSummary("2 clips failed").build().orElseThrow();
        assertThat(builder.getIssueCount()).isEqualTo(2);
        assertThat(builder.getFirstIssue()).contains("first");
        assertThat(message.toLogPrintable()).isEqualTo("2 clips failed\nfirst");
        assertThat(message.getResolutions()).containsExactly("do this", "or that");
        assertThat(message.modify().withSummary("2 clips failed").build()).contains(message);
    }

    @Test
    void exceptionsCarryTheMessage() {
        final Message message = Message.fromSummaryWithResolution("No column", "Choose one");
        final IOException cause = new IOException("cause");
        assertThat(message.toKNIMEException(cause)).hasMessage("No column").hasCause(cause);
        assertThat(message.toKNIMEException().getKNIMEMessage()).isSameAs(message);
        assertThat(message.toKNIMEException().toUnchecked().getKNIMEMessage()).isSameAs(message);
        assertThat(((MessageAwareException)message.toInvalidSettingsException()).getKNIMEMessage()).isSameAs(message);
        assertThat(new KNIMEException("plain").getKNIMEMessage().getSummary()).isEqualTo("plain");
        assertThatThrownBy(() -> Message.fromSummary(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
