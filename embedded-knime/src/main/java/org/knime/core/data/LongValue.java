package org.knime.core.data;

import java.util.Comparator;

/** A value with a long. */
public interface LongValue extends DataValue {

    /** Name, icon, renderers and comparator. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /** @return the long */
    long getLongValue();

    /** Name, icon, renderers and comparator. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        private static final DataValueComparator COMPARATOR =
            new LambdaComparator<>(LongValue.class, Comparator.comparingLong(LongValue::getLongValue));

        /** Made once. */
        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return COMPARATOR;
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
