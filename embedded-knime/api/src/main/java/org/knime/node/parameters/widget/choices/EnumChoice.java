package org.knime.node.parameters.widget.choices;

/**
 * A constant to choose.
 *
 * @param id the constant
 * @param text what is shown
 * @param <E> its type
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * Shown by its {@link Label}, without one by its name.
     *
     * @param enumConst the constant
     * @param <E> its type
     * @return the choice
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        try {
            final var label = enumConst.getDeclaringClass().getField(enumConst.name()).getAnnotation(Label.class);
            return new EnumChoice<>(enumConst, label == null ? enumConst.name() : label.value());
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException("Not a constant: " + enumConst, e);
        }
    }
}
