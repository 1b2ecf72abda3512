package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;

/** Stands in annotations for "no provider". */
public class NoopMaxLengthValidationProvider extends NoopProvider<MaxLengthValidation> {
}
