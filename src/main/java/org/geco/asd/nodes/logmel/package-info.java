/** The node Log-Mel Extractor. */
package org.geco.asd.nodes.logmel;
