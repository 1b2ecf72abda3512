/** Images. */
package org.knime.core.data.image;
