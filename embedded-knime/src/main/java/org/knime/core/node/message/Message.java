package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.util.CheckUtils;

/** What a node tells its user: a summary, the first problem in detail, and what to do about it. */
public final class Message {

    private final String m_summary;

    private final String m_issue;

    private final List<String> m_resolutions;

    Message(final String summary, final String issue, final List<String> resolutions) {
        m_summary = CheckUtils.checkArgumentNotNull(summary, "Summary must not be null");
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    /** @return what is wrong, in one line */
    public String getSummary() {
        return m_summary;
    }

    Optional<String> getIssue() {
        return Optional.ofNullable(m_issue);
    }

    /** @return what the user can do */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** @return summary and details for the log */
    public String toLogPrintable() {
        return m_issue == null ? m_summary : m_summary + "\n" + m_issue;
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

    /** @return an exception with this message */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /**
     * @param cause the cause
     * @return an exception with this message
     */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    /**
     * @param message a message or null
     * @return its summary or null
     */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.getSummary();
    }

    /** @return a new builder */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /** @return a builder that starts with this message */
    public MessageBuilder modify() {
        return new MessageBuilder(this);
    }

    /**
     * @param summary what is wrong
     * @return the message
     */
    public static Message fromSummary(final String summary) {
        return new Message(summary, null, List.of());
    }

    /**
     * @param summary what is wrong
     * @param res what to do about it
     * @return the message
     */
    public static Message fromSummaryWithResolution(final String summary, final String... res) {
        return new Message(summary, null, List.of(res));
    }

    /**
     * @param summary what is wrong
     * @param portIndex the input port, from 0
     * @param row the row, from 0
     * @param column the column, from 0
     * @param description what is wrong in that cell
     * @return the message
     */
    public static Message fromRowIssue(final String summary, final int portIndex, final long row, final int column,
        final String description) {
        return builder().withSummary(summary).addRowIssue(portIndex, column, row, description).build().orElseThrow();
    }

    @Override
    public String toString() {
        return "Message[summary=" + m_summary + ",issue=" + m_issue + ",resolutions=" + m_resolutions + "]";
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof Message m && m_summary.equals(m.m_summary)
            && Objects.equals(m_issue, m.m_issue) && m_resolutions.equals(m.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issue, m_resolutions);
    }
}
