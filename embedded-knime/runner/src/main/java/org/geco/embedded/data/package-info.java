/** Stored tables, file stores and saved port objects behind the embedded KNIME API. Nodes never use it. */
package org.geco.embedded.data;
