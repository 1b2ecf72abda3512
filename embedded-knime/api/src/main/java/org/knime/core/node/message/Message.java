package org.knime.core.node.message;

import java.util.List;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

/** What a node tells its user: a summary, and what to do about it. */
public final class Message {

    private final String m_summary;

    private final List<String> m_resolutions;

    /** Invalid settings with a structured message. */
    private static final class MessageAwareInvalidSettingsException extends InvalidSettingsException
        implements MessageAwareException {

        private static final long serialVersionUID = 1L;

        private final transient Message m_message;

        MessageAwareInvalidSettingsException(final Message message, final Throwable cause) {
            super(message.getSummary(), cause);
            m_message = message;
        }

        @Override
        public Message getKNIMEMessage() {
            return m_message;
        }
    }

    private Message(final String summary, final List<String> resolutions) {
        if (summary == null) {
            throw new IllegalArgumentException("Summary must not be null");
        }
        m_summary = summary;
        m_resolutions = List.copyOf(resolutions);
    }

    /** @return what is wrong, in one line */
    public String getSummary() {
        return m_summary;
    }

    /** @return what the user can do */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** @return an exception with this message */
    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    /**
     * @param cause the cause
     * @return an exception with this message
     */
    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new MessageAwareInvalidSettingsException(this, cause);
    }

    /**
     * @param summary what is wrong
     * @param res what to do about it
     * @return the message
     */
    public static Message fromSummaryWithResolution(final String summary, final String... res) {
        return new Message(summary, List.of(res));
    }
}
