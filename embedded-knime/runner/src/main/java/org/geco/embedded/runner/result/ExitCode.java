package org.geco.embedded.runner.result;

/** The exit codes of KNIME's batch application, and that of a process ended by Ctrl-C. */
public final class ExitCode {

    /** All nodes were executed. */
    public static final int SUCCESS = 0;

    /** The arguments are wrong. */
    public static final int BAD_ARGUMENTS = 2;

    /** The workflow doesn't load. */
    public static final int NOT_LOADED = 3;

    /** At least one node was not executed. */
    public static final int FAILED = 4;

    /** The run was cancelled. */
    public static final int CANCELLED = 130;

    private ExitCode() {
    }
}
