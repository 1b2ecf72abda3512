package org.geco.asd.nodes.predict;

import org.geco.asd.nodes.table.MachineColumns;

/** Where the table of scored clips has spectrograms, machines and scores: kept for a predictor's view. */
public record ScoredColumns(int spectrogram, MachineColumns.Cells machine, int score) { }
