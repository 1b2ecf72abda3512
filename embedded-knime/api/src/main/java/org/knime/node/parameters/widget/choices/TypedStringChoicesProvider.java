package org.knime.node.parameters.widget.choices;

/** Gives texts with a type each to choose from: columns, flow variables. */
public non-sealed interface TypedStringChoicesProvider extends ChoicesStateProvider<TypedStringChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }
}
