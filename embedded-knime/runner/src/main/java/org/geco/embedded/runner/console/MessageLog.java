package org.geco.embedded.runner.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.runner.result.RunMessage;
import org.geco.embedded.runner.result.RunMessage.Severity;

/** Shows a run's messages and keeps them for its result; a message that was shown already is not repeated. */
public final class MessageLog {

    private static final String INDENT = "       ";

    private final ConsoleSink m_sink;

    private final boolean m_debug;

    private final List<RunMessage> m_messages = new ArrayList<>();

    /**
     * @param sink where to show messages
     * @param debug whether to show technical details too
     */
    public MessageLog(final ConsoleSink sink, final boolean debug) {
        m_sink = sink;
        m_debug = debug;
    }

    /** @param message the message to show */
    public synchronized void add(final RunMessage message) {
        if (m_messages.contains(message)) {
            return;
        }
        m_messages.add(message);
        if (message.severity() == Severity.WARN) {
            m_sink.info(message.line());
            return;
        }
        m_sink.error(message.line());
        message.resolutions().forEach(resolution -> m_sink.error(INDENT + "What to do: " + resolution));
    }

    /** @param problem shown with its stack trace if technical details are wanted, and not at all otherwise */
    public void debug(final Throwable problem) {
        if (m_debug) {
            final StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace));
            m_sink.error(trace.toString().stripTrailing());
        }
    }

    /** @return all messages so far */
    public synchronized List<RunMessage> messages() {
        return List.copyOf(m_messages);
    }
}
