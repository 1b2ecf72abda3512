/** The nodes that remember: Anomaly Monitor, Anomaly History Filter, Anomaly Alarm. */
package org.geco.asd.nodes.monitor;
