package org.knime.core.data;

import java.util.Comparator;

/** A value with a String. */
public interface StringValue extends DataValue {

    /** Name, icon, renderers and comparator. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /** @return the String */
    String getStringValue();

    /** Name, icon, renderers and comparator. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        private static final DataValueComparator COMPARATOR =
            new LambdaComparator<>(StringValue.class, Comparator.comparing(StringValue::getStringValue));

        /** Made once. */
        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return COMPARATOR;
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
