/** Rules for texts that become names of columns. */
package org.knime.node.parameters.widget.text.util;
