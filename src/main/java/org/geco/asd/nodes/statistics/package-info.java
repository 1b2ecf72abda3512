/** The node Spectral Statistics. */
package org.geco.asd.nodes.statistics;
