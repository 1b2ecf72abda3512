package org.geco.asd.nodes.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.node.DefaultModel.ExecuteOutput;

/** What the user should know about an execution that went well, one line each. Thread-safe. */
public final class NodeWarnings {
    private final List<String> m_lines = new ArrayList<>();

    /** @param warning a sentence or two */
    public synchronized void add(final String warning) {
        m_lines.add(Places.told(warning));
    }

    /** @param warning a sentence or two, if there is anything to say */
    public void add(final Optional<String> warning) {
        warning.ifPresent(this::add);
    }

    /** @return the warnings in the order in which they came, each on a line of its own; empty if there is none */
    public synchronized Optional<String> text() {
        return m_lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", m_lines));
    }

    /** @param output where the node shows them, if there are any */
    public void show(final ExecuteOutput output) {
        text().ifPresent(output::setWarningMessage);
    }
}
