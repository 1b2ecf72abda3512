package org.geco.embedded.runner.console;

import java.io.PrintStream;

/** Standard output and standard error; on a terminal the last line is a status line that is written over and over. */
public final class TerminalConsole implements ConsoleSink {

    private static final int DEFAULT_WIDTH = 100;

    private final PrintStream m_out;

    private final PrintStream m_err;

    private final boolean m_terminal;

    private final int m_width;

    private int m_statusLength;

    /**
     * @param out for normal output
     * @param err for failures
     * @param terminal whether both go to a terminal
     * @param width how many characters fit into a line of the terminal
     */
    public TerminalConsole(final PrintStream out, final PrintStream err, final boolean terminal, final int width) {
        m_width = width;
        m_out = out;
        m_err = err;
        m_terminal = terminal;
    }

    /** @return a console on this process's streams */
    @SuppressWarnings("SystemConsoleNull") // on JDK 22 and later there is one always: then a progress line is shown
    public static TerminalConsole create() {
        return new TerminalConsole(System.out, System.err, System.console() != null, width());
    }

    private static int width() {
        final String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
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
        // a line that wraps can't be written over
        final String shown = line.substring(0, Math.min(line.length(), m_width - 1));
        final int padding = Math.max(0, m_statusLength - shown.length());
        m_out.print('\r' + shown + " ".repeat(padding) + (shown.isEmpty() ? "\r" : ""));
        m_out.flush();
        m_statusLength = shown.length();
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
