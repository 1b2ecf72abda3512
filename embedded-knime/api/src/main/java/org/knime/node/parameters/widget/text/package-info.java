/** How a text is entered. */
package org.knime.node.parameters.widget.text;
