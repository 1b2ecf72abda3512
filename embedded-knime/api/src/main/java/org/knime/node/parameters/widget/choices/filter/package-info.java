/** How several columns are chosen. */
package org.knime.node.parameters.widget.choices.filter;
