package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a part of the dialog: a value, choices, a message.
 *
 * @param <S> what is computed
 */
public interface StateProvider<S> {

    /**
     * Says when and from what to compute.
     *
     * @param initializer takes the dependencies
     */
    void init(StateProviderInitializer initializer);

    /**
     * Computes.
     *
     * @param parametersInput the node's ports
     * @return the state
     */
    S computeState(NodeParametersInput parametersInput);

    /** Takes the dependencies of a provider. */
    interface StateProviderInitializer {

        /**
         * Depends on a parameter and triggers when it changes.
         *
         * @param ref the parameter
         * @param <T> its type
         * @return gives its value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /** Triggers once, after the dialog is shown. */
        void computeAfterOpenDialog();

        /** Triggers once, before the dialog is shown. */
        void computeBeforeOpenDialog();
    }
}
