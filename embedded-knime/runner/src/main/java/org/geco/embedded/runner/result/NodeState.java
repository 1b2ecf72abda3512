package org.geco.embedded.runner.result;

/** How far a node got. */
public enum NodeState {
    /** Not executed; either its turn didn't come, or it could not be configured. */
    IDLE,
    /** Executed. */
    EXECUTED,
    /** Its execution or configuration failed. */
    FAILED,
    /** Not executed, because a node before it has no result. */
    SKIPPED,
    /** Stopped, or not started, because the run was cancelled. */
    CANCELLED
}
