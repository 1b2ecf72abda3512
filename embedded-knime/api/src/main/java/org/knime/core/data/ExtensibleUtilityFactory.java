package org.knime.core.data;

/** What is known of a value besides its content. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** @param valueClass the value */
    protected ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        // KNIME looks for the renderers that are registered for it
    }

    /** @return the name of the type shown to the user */
    public abstract String getName();

    /** @return the group under which the preferences list the type */
    public String getGroupName() {
        return "Other";
    }
}
