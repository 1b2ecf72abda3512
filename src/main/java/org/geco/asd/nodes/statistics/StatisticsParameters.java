package org.geco.asd.nodes.statistics;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** What a spectrogram is summed up by. */
public final class StatisticsParameters implements NodeParameters {
    private static final String RANKS = "Rank weights r";

    /** Numbers and commas. */
    static final class Ranks extends PatternValidation {
        @Override
        protected String getPattern() {
            return "\\s*([01](\\.\\d+)?\\s*(,\\s*[01](\\.\\d+)?\\s*)*)?";
        }

        @Override
        public String getErrorMessage() {
            return "Enter numbers from 0 to 1 separated by commas, e.g. 0, 0.9, 1.";
        }
    }

    @Widget(title = RANKS, description = """
        For each number, separated by commas, a rank-weighted mean of each band over time: the loudest frame counts 1,
        the next r, the next r², and so on. 0 is the maximum, which hears clicks and bursts; 1 the mean, which hears
        what lasts; 0.9 is between them. None: no such mean.
        """)
    @TextInputWidget(patternValidation = Ranks.class)
    String m_ranks = "0, 1";

    @Widget(title = "Deviation over time", description = """
        Also each band's standard deviation over time: how much its level varies.
        """)
    boolean m_deviation = true;

    @Widget(title = "Differences from frame to frame", description = """
        Also each band's mean absolute difference from frame to frame: how fast its level varies.
        """)
    boolean m_differences;

    /** @return the statistics, checked */
    public StatisticsSettings settings() throws AsdException {
        final List<Double> ranks = new ArrayList<>();
        for (final String number : m_ranks.isBlank() ? new String[0] : m_ranks.split(",")) {
            try {
                ranks.add(Double.valueOf(number.strip()));
            } catch (NumberFormatException e) {
                throw new AsdException("\"" + number.strip() + "\" is no number (setting \"" + RANKS + "\").", e,
                    "Enter numbers from 0 to 1 separated by commas, e.g. 0, 0.9, 1.");
            }
        }
        final StatisticsSettings settings = new StatisticsSettings(ranks, m_deviation, m_differences);
        settings.check();
        return settings;
    }
}
