/** The nodes Score Ensemble Learner and Score Ensemble Predictor. */
package org.geco.asd.nodes.ensemble;
