/** The parameters of a node. */
package org.knime.node.parameters;
