package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

/** Stands in annotations for "no provider". */
public final class NoopStringProvider extends NoopProvider<String> {
}
