/** Cells, their types and the columns of tables. */
package org.knime.core.data;
