/** Which classes are stored as settings. */
package org.knime.node.parameters.persistence;
