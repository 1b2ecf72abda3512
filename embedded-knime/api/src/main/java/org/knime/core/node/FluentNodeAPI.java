package org.knime.core.node;

/** Marks the stages of the fluent node API. */
public interface FluentNodeAPI {
}
