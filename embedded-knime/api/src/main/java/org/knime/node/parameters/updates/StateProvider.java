package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
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
     * @throws StateComputationFailureException if it can't be computed; the dialog leaves the state as it is
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /**
     * Carries a generic type.
     *
     * @param <T> the type
     */
    interface TypeReference<T> {
    }

    /** Takes the dependencies of a provider. */
    interface StateProviderInitializer {

        /** @return the node's ports */
        NodeParametersInput getNodeParametersInput();

        /**
         * Depends on a parameter and triggers when it changes.
         *
         * @param ref the parameter
         * @param <T> its type
         * @return gives its value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Depends on a parameter without triggering.
         *
         * @param ref the parameter
         * @param <T> its type
         * @return gives its value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Depends on a parameter of generic type without triggering.
         *
         * @param ref the parameter
         * @param typeRef its type
         * @param <T> its type
         * @return gives its value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<?>> ref, TypeReference<T> typeRef);

        /**
         * Triggers when a parameter changes.
         *
         * @param id the parameter
         * @param <T> its type
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /**
         * Depends on what another provider computes.
         *
         * @param stateProviderClass the other provider
         * @param <T> what it computes
         * @return gives its state
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /**
         * Triggers when a button is pressed.
         *
         * @param ref the button
         */
        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        /** Triggers once, before the dialog is shown. */
        void computeBeforeOpenDialog();

        /** Triggers once, after the dialog is shown. */
        void computeAfterOpenDialog();
    }
}
