package org.knime.core.data;

import java.util.Comparator;

/** A value with a double. */
public interface DoubleValue extends DataValue {

    /** Name, icon, renderers and comparator. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /** @return the double */
    double getDoubleValue();

    /** Name, icon, renderers and comparator. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        private static final DataValueComparator COMPARATOR =
            new LambdaComparator<>(DoubleValue.class, Comparator.comparingDouble(DoubleValue::getDoubleValue));

        /** Made once. */
        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return COMPARATOR;
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
