/** Pages that views show. */
package org.knime.core.webui.page;
