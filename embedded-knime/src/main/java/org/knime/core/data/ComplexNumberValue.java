package org.knime.core.data;

/** A complex number. */
public interface ComplexNumberValue extends DataValue {

    /** Name and icon. */
    UtilityFactory UTILITY = new NamedUtilityFactory(ComplexNumberValue.class, "Complex number");

    /** @return the real part */
    double getRealValue();

    /** @return the imaginary part */
    double getImaginaryValue();
}
