/** Entries of settings, and their XML. */
package org.knime.core.node.config.base;
