package org.geco.embedded.runner.console;

import java.io.PrintStream;

/** Standard output and standard error; on a terminal the last line is a status line that is written over and over. */
public final class TerminalConsole implements ConsoleSink {

    private final PrintStream m_out;

    private final PrintStream m_err;

    private final boolean m_terminal;

    private int m_statusLength;

    /**
     * @param out for normal output
     * @param err for failures
     * @param terminal whether both go to a terminal
     */
    public TerminalConsole(final PrintStream out, final PrintStream err, final boolean terminal) {
        m_out = out;
        m_err = err;
        m_terminal = terminal;
    }

    /** @return a console on this process's streams */
    public static TerminalConsole create() {
        return new TerminalConsole(System.out, System.err, System.console() != null);
    }

    @Override
    public synchronized void info(final String line) {
        print(m_out, line);
    }

    @Override
    public synchronized void error(final String line) {
        print(m_err, line);
    }

    private void print(final PrintStream stream, final String line) {
        clearStatus();
        stream.println(line);
        stream.flush();
    }

    @Override
    public synchronized void status(final String line) {
        if (!m_terminal) {
            return;
        }
        final int padding = Math.max(0, m_statusLength - line.length());
        m_out.print('\r' + line + " ".repeat(padding) + (line.isEmpty() ? "\r" : ""));
        m_out.flush();
        m_statusLength = line.length();
    }

    private void clearStatus() {
        if (m_statusLength > 0) {
            status("");
        }
    }

    @Override
    public boolean hasStatusLine() {
        return m_terminal;
    }
}
