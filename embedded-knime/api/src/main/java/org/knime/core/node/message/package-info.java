/** What a node tells its user. */
package org.knime.core.node.message;
