package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.calibration.MachineThreshold;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.Split;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * What the view needs beside the table of decisions: where in it is what, and what is known of the machines. Columns
 * that a table may lack are −1.
 *
 * @param scoreName the score's column
 * @param rate the false-alarm rate that was asked for
 * @param appended the first of the new columns
 */
record JudgedTable(String scoreName, double rate, ClipPlace place, MachineColumns.Cells machine, int label, int split,
    int score, int appended, List<Machine> machines) {

    /** @param heldOut ascending scores */
    record Machine(MachineId id, double[] heldOut, Optional<Double> threshold, Optional<Double> rate, String note) { }

    static JudgedTable of(final DataTableSpec spec, final ThresholdPredictorNodeParameters parameters,
        final ThresholdModel model) throws InvalidSettingsException {
        final List<Machine> machines = new ArrayList<>();
        model.thresholds().forEach((id, threshold) -> machines.add(machine(id, threshold, model.heldOut(id))));
        return new JudgedTable(parameters.m_score, model.settings().rate(),
            ClipPlace.on(spec), parameters.m_machine.on(spec),
            Columns.find(spec, Columns.LABEL, StringValue.class), Columns.find(spec, Columns.SPLIT, StringValue.class),
            spec.findColumnIndex(parameters.m_score), spec.getNumColumns(), machines);
    }

    private static Machine machine(final MachineId id, final MachineThreshold threshold, final double[] heldOut) {
        return new Machine(id, heldOut, threshold.threshold().toOptional(), threshold.rate().toOptional(),
            threshold.note());
    }

    /** @return the clips with score, p-value and decision, without those that a model or threshold was learned from */
    List<ScoredClip> clips(final BufferedDataTable table) {
        final List<ScoredClip> clips = new ArrayList<>();
        final LabelParameters labels = new LabelParameters();
        for (final DataRow row : table) {
            final String part = ShownRows.text(row, split);
            if (!part.equals(Split.TRAIN.text()) && !part.equals(Split.HELD_OUT.text())) {
                clips.add(new ScoredClip(place.path() < 0 ? row.getKey().getString() : place.of(row),
                    machine.told(row),
                    label < 0 ? Label.UNKNOWN : labels.meaning(ScoreCells.text(row.getCell(label))),
                    List.of(ScoreCells.value(row.getCell(score)), ScoreCells.value(row.getCell(appended)),
                        ScoreCells.value(row.getCell(appended + 2)))));
            }
        }
        return clips;
    }
}
