/** What in a dialog depends on something else in it. */
package org.knime.node.parameters.updates;
