package org.knime.node.parameters.persistence;

/** Marks a class whose fields can be stored in node settings. */
public interface Persistable {
}
