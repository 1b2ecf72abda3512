/**
 * Recordings judged, and networks trained, on a cluster of Apache Spark: a job is submitted as a process, and what it
 * wrote is read. No class of Spark is needed here, and none is loaded.
 */
package org.geco.asd.cluster;
