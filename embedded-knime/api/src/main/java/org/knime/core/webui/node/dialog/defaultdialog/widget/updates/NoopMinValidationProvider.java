package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands in annotations for "no provider". */
public class NoopMinValidationProvider extends NoopProvider<MinValidation> {
}
