package org.knime.core.data;

/** A fuzzy interval. */
public interface FuzzyIntervalValue extends DataValue {

    /** Name and icon. */
    UtilityFactory UTILITY = new NamedUtilityFactory(FuzzyIntervalValue.class, "Fuzzy interval");

    /** @return the lower end */
    double getMinSupport();

    /** @return the lower end of the core */
    double getMinCore();

    /** @return the upper end of the core */
    double getMaxCore();

    /** @return the upper end */
    double getMaxSupport();

    /** @return the centre of gravity */
    double getCenterOfGravity();
}
