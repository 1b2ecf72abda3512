package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.util.CheckUtils;

/** Collects what a {@link Message} says. Of several issues the first one is kept and all are counted. */
public final class MessageBuilder {

    private String m_summary;

    private String m_issue;

    private long m_issueCount;

    private final List<String> m_resolutions = new ArrayList<>();

    MessageBuilder() {
    }

    MessageBuilder(final Message message) {
        m_summary = message.getSummary();
        m_issue = message.getIssue().orElse(null);
        m_issueCount = m_issue == null ? 0 : 1;
        m_resolutions.addAll(message.getResolutions());
    }

    /** @return the summary, if set */
    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    /**
     * @param summary what is wrong, in one line
     * @return this
     */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /**
     * @param description one problem
     * @return this
     */
    public MessageBuilder addTextIssue(final String description) {
        if (m_issue == null) {
            m_issue = CheckUtils.checkArgumentNotNull(description);
        }
        m_issueCount++;
        return this;
    }

    /**
     * @param portIndex the input port, from 0
     * @param columnIndex the column, from 0
     * @param rowIndex the row, from 0
     * @param description what is wrong in that cell
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        return addTextIssue("Port " + portIndex + ", row " + (rowIndex + 1) + ", column " + (columnIndex + 1) + ": "
            + description);
    }

    /**
     * @param portIndex the input port, from 0
     * @param rowIndex the row, from 0
     * @param description what is wrong in that row
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final long rowIndex, final String description) {
        return addTextIssue("Port " + portIndex + ", row " + (rowIndex + 1) + ": " + description);
    }

    /**
     * @param res what the user can do, no null
     * @return this
     */
    public MessageBuilder addResolutions(final String... res) {
        for (final String r : CheckUtils.checkArgumentNotNull(res)) {
            m_resolutions.add(CheckUtils.checkArgumentNotNull(r, "Argument must not contain null elements"));
        }
        return this;
    }

    /** @return the first problem, if there is any */
    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(m_issue);
    }

    /** @return how many problems were added */
    public long getIssueCount() {
        return m_issueCount;
    }

    /** @return the message, empty if there is no summary */
    public Optional<Message> build() {
        return m_summary == null ? Optional.empty()
            : Optional.of(new Message(m_summary, m_issue, m_resolutions));
    }
}
