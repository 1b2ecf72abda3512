package org.knime.node.parameters.updates;

/** A name, as a class, for a button that parameters depend on. */
public interface ButtonReference {
}
