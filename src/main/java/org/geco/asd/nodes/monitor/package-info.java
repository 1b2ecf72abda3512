/** The nodes that remember: Anomaly Monitor, History Filter, Alarm, Feedback, Feedback Clips. */
package org.geco.asd.nodes.monitor;
