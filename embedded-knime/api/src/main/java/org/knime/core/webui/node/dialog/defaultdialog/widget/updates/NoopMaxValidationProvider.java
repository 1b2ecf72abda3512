package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** Stands in annotations for "no provider". */
public class NoopMaxValidationProvider extends NoopProvider<MaxValidation> {
}
