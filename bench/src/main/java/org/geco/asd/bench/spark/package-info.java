/** Recordings judged by one process and on Spark's workers of this machine, and what follows for larger clusters. */
package org.geco.asd.bench.spark;
