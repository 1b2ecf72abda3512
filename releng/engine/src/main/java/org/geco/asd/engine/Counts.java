package org.geco.asd.engine;

/** What became of the recordings so far. */
final class Counts {
    private int m_judged;
    private int m_anomalous;
    private int m_failed;

    void add(final Judged judged) {
        if (judged.anomalous().isPresent()) {
            m_judged++;
            m_anomalous += judged.anomalous().get() ? 1 : 0;
        } else {
            m_failed++;
        }
    }

    int anomalous() {
        return m_anomalous;
    }

    @Override
    public String toString() {
        return "Recordings judged: " + m_judged + ", anomalous: " + m_anomalous + ", without a decision: " + m_failed
            + (m_failed > 0 ? " (see the column Reason)" : "");
    }
}
