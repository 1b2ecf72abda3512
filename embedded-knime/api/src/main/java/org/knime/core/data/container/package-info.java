/** Rows of tables: read one by one, or made from those of another table. */
package org.knime.core.data.container;
