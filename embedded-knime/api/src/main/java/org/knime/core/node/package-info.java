/** What a node works with: tables, progress, settings, failures. */
package org.knime.core.node;
