/** Files that belong to cells and models. */
package org.knime.core.data.filestore;
