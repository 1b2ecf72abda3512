/** How parts of a dialog are computed. */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;
