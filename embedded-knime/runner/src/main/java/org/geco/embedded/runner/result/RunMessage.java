package org.geco.embedded.runner.result;

import java.util.List;

/**
 * Something a run told its user.
 *
 * @param severity warning or error
 * @param nodeId the node that it is about; 0 for the workflow as a whole
 * @param source the node's name and ID, or what else the message is about; may be empty
 * @param text what happened
 * @param resolutions what the user can do about it
 */
public record RunMessage(Severity severity, int nodeId, String source, String text, List<String> resolutions) {

    /** How bad it is. */
    public enum Severity {
        /** The node's result is there, but should be looked at. */
        WARN,
        /** There is no result. */
        ERROR
    }

    /** Copies the list. */
    public RunMessage {
        resolutions = List.copyOf(resolutions);
    }

    /** @return severity, source and text on one line */
    public String line() {
        return severity + "  " + (source.isEmpty() ? "" : source + ": ") + text;
    }
}
