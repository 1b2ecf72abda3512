package org.geco.asd.nodes.predict;

/** Where the table of scored clips has spectrograms, machine types and scores: kept for a predictor's view. */
public record ScoredColumns(int spectrogram, int type, int score) { }
