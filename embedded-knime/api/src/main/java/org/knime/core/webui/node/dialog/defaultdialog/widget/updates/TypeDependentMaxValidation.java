package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** Stands in annotations for "what the number's type allows". */
public abstract class TypeDependentMaxValidation extends MaxValidation {
}
