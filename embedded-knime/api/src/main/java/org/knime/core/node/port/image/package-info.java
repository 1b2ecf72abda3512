/** Ports with images. */
package org.knime.core.node.port.image;
