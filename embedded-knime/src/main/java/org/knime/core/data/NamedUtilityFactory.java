package org.knime.core.data;

/** A utility that has no more than a name. */
final class NamedUtilityFactory extends ExtensibleUtilityFactory {

    private final String m_name;

    NamedUtilityFactory(final Class<? extends DataValue> valueClass, final String name) {
        super(valueClass);
        m_name = name;
    }

    @Override
    public String getName() {
        return m_name;
    }
}
