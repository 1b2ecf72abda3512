/** Settings with sub-settings. */
package org.knime.core.node.config;
