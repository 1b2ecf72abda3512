package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/**
 * Stands in annotations for "no provider"; never asked.
 *
 * @param <T> the state
 */
class NoopProvider<T> implements StateProvider<T> {

    @Override
    public void init(final StateProviderInitializer initializer) {
        throw new IllegalStateException("Stands for no provider");
    }

    @Override
    public T computeState(final NodeParametersInput parametersInput) {
        throw new IllegalStateException("Stands for no provider");
    }
}
