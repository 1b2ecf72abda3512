package org.knime.core.node;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of nodes: Java's own, under the name {@code knime.} and the class. */
public final class NodeLogger {

    private final Logger m_logger;

    private NodeLogger(final String name) {
        m_logger = Logger.getLogger("knime." + name);
    }

    /**
     * @param c who logs
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getName());
    }

    /** @param o a message */
    public void info(final Object o) {
        m_logger.log(Level.INFO, String.valueOf(o));
    }
}
