/**
 * What stands behind the embedded KNIME API and has no counterpart in KNIME: registered extensions, the log, the running
 * workflow. Nodes never use it. Public members of the {@code org.knime} classes whose signatures name a type of
 * {@code org.geco.embedded} are hooks for the runner and don't exist in KNIME either.
 */
package org.geco.embedded.core;
