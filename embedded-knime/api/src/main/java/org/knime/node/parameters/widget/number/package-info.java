/** How a number is entered. */
package org.knime.node.parameters.widget.number;
