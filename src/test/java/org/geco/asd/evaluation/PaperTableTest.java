package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaperTableTest {

    @Test
    void figuresAreFoundByTheNamesOfScores() {
        assertThat(PaperTable.TABLE_1.of("PAE+GeCo multi-γ score (γ chosen with labels)")).get()
            .extracting(PaperTable.Figures::auc).isEqualTo(0.9397);
        assertThat(PaperTable.TABLE_1.of("GeCo score")).isEqualTo(PaperTable.TABLE_1.of("GeCo"));
        assertThat(PaperTable.TABLE_2.of("λ = 10 score").orElseThrow().of(Metric.PARTIAL_AUC)).isEqualTo(0.8265);
        assertThat(PaperTable.TABLE_2.of("PAE score")).isEmpty();
    }
}
