package org.geco.asd.detector;

import org.geco.asd.ensemble.ScoreEnsemble;

/** A score that is made of others, under this name. */
public record Combined(String score, ScoreEnsemble ensemble) { }
