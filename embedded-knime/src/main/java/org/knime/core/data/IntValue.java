package org.knime.core.data;

import java.util.Comparator;

/** A value with a int. */
public interface IntValue extends DataValue {

    /** Name, icon, renderers and comparator. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /** @return the int */
    int getIntValue();

    /** Name, icon, renderers and comparator. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        private static final DataValueComparator COMPARATOR =
            new LambdaComparator<>(IntValue.class, Comparator.comparingInt(IntValue::getIntValue));

        /** Made once. */
        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return COMPARATOR;
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
