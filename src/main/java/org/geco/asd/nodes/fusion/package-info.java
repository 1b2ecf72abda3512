/** The node Anomaly Score Fusion. */
package org.geco.asd.nodes.fusion;
