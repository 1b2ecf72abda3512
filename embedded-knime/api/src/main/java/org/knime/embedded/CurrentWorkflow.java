package org.knime.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** The directory of the workflow that the thread executes: what knime:// URLs are relative to. Set by the runner. */
public final class CurrentWorkflow {

    private static final InheritableThreadLocal<Path> DIRECTORY = new InheritableThreadLocal<>();

    private CurrentWorkflow() {
    }

    /** @param workflow the directory, null when the workflow is done */
    public static void set(final Path workflow) {
        DIRECTORY.set(workflow);
    }

    /** @return the directory of the running workflow */
    public static Optional<Path> directory() {
        return Optional.ofNullable(DIRECTORY.get());
    }
}
