package org.geco.asd.nodes.predict;

/** Changes settings that all predictors share, for tests of any. */
public final class Predicting {

    private Predicting() {
    }

    public static void scoreColumn(final PredictorParameters<?> parameters, final String column) {
        parameters.m_scoreColumn = column;
    }
}
