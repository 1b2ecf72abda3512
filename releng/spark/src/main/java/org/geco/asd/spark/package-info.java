/**
 * Recordings judged, and their features computed, on Apache Spark: many computers, one shared storage. Each recording's
 * result is, bit for bit, what one computer gives it. Recordings are spread by tasks of some hundred; what a round of
 * tasks computed is committed as a whole, and a job that is started again does only what is missing. And detectors are
 * trained: a task for each network, which goes on from its checkpoint wherever it is tried again.
 */
package org.geco.asd.spark;
