/** Rules that the dialog checks while the user types. */
package org.knime.node.parameters.validation;
