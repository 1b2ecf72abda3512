/** How an optional parameter is entered. */
package org.knime.node.parameters.widget;
