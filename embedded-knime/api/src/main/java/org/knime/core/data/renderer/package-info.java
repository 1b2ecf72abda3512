/** How cells are painted. */
package org.knime.core.data.renderer;
