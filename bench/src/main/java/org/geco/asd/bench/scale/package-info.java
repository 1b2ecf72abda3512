/** Runs of many clips through the nodes: does memory stay flat, and does the last clip cost what the first did? */
package org.geco.asd.bench.scale;
