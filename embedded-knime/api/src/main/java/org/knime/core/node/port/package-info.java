/** What goes through ports, and how it is saved. */
package org.knime.core.node.port;
