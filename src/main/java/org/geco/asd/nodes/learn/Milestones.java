package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** A list of epochs as a text of numbers and commas, as users type and flow variables sweep it. */
public final class Milestones {
    private Milestones() { }

    /** Numbers and commas. */
    public static final class Validation extends PatternValidation {
        @Override
        protected String getPattern() {
            return "\\s*(\\d+\\s*(,\\s*\\d+\\s*)*)?";
        }

        @Override
        public String getErrorMessage() {
            return "Enter whole numbers separated by commas, e.g. 50, 90.";
        }
    }

    /** @return the epochs as a text */
    public static String text(final List<Integer> epochs) {
        return epochs.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** @return the epochs that are ticked, as {@link #parse(String)}, or those of the preset */
    public static List<Integer> parse(final Optional<String> ticked, final List<Integer> preset) throws AsdException {
        return ticked.isPresent() ? parse(ticked.get()) : preset;
    }

    /** @return the epochs of numbers and commas; an AsdException if something between commas is no number */
    public static List<Integer> parse(final String text) throws AsdException {
        final List<Integer> milestones = new ArrayList<>();
        for (final String number : text.isBlank() ? new String[0] : text.split(",")) {
            try {
                milestones.add(Integer.valueOf(number.strip()));
            } catch (NumberFormatException e) {
                throw new AsdException(
                    "\"" + number.strip() + "\" is no epoch (setting \"" + LearnerTexts.MILESTONES + "\").", e,
                    "Enter whole numbers separated by commas, e.g. 50, 90.");
            }
        }
        return milestones;
    }
}
