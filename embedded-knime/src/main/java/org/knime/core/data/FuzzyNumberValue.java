package org.knime.core.data;

/** A fuzzy number. */
public interface FuzzyNumberValue extends DataValue {

    /** Name and icon. */
    UtilityFactory UTILITY = new NamedUtilityFactory(FuzzyNumberValue.class, "Fuzzy number");

    /** @return the lower end */
    double getMinSupport();

    /** @return the number */
    double getCore();

    /** @return the upper end */
    double getMaxSupport();
}
