/** Files, and URLs that start at the workflow. */
package org.knime.core.util;
