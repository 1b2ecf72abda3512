package org.geco.embedded.runner.execution;

import java.util.List;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

/**
 * What a user is told about an exception.
 *
 * @param text what happened
 * @param resolutions what to do about it
 */
record Failure(String text, List<String> resolutions) {

    static Failure of(final Throwable problem) {
        if (problem instanceof MessageAwareException failure) {
            return new Failure(failure.getKNIMEMessage().getSummary(), failure.getKNIMEMessage().getResolutions());
        } else if (problem instanceof InvalidSettingsException) {
            return new Failure(String.valueOf(problem.getMessage()), List.of());
        } else if (problem instanceof OutOfMemoryError) {
            return new Failure("There is not enough memory: " + problem.getMessage(),
                List.of("Give Java more memory with -Xmx, or run with smaller settings."));
        }
        final String name = problem.getClass().getSimpleName();
        return new Failure("Unexpected " + name + (problem.getMessage() == null ? "" : ": " + problem.getMessage()),
            List.of("This is a defect of the node. Run again with -debug and report what it shows."));
    }
}
