/** The node Anomaly Report Writer. */
package org.geco.asd.nodes.report;
