package org.geco.embedded.runner.console;

import java.util.ArrayList;
import java.util.List;

/** Keeps all lines, for tests. */
public final class CollectingConsole implements ConsoleSink {

    private final List<String> m_infos = new ArrayList<>();

    private final List<String> m_errors = new ArrayList<>();

    @Override
    public synchronized void info(final String line) {
        m_infos.add(line);
    }

    @Override
    public synchronized void error(final String line) {
        m_errors.add(line);
    }

    /** @return the lines of normal output so far */
    public synchronized List<String> infos() {
        return List.copyOf(m_infos);
    }

    /** @return the failures shown so far */
    public synchronized List<String> errors() {
        return List.copyOf(m_errors);
    }
}
