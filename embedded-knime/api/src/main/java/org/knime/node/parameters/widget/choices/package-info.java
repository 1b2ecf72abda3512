/** How something is chosen. */
package org.knime.node.parameters.widget.choices;
