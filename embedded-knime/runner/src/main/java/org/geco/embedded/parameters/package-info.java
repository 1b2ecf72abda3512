/**
 * Stores and loads {@link org.knime.node.parameters.NodeParameters} field by field as KNIME 5.8 does it, but strictly:
 * a key that no field claims is reported, and a class that KNIME could not store is refused with the reason.
 */
package org.geco.embedded.parameters;
