/** The node Anomaly Scorer. */
package org.geco.asd.nodes.evaluation;
