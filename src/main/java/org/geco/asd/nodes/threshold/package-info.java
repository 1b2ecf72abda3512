/** The nodes Anomaly Threshold Learner and Anomaly Threshold Predictor. */
package org.geco.asd.nodes.threshold;
