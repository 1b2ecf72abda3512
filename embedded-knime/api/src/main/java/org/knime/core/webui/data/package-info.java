/** What a page of a view starts with. */
package org.knime.core.webui.data;
