/** The nodes that compose what was trained into a detector, keep it in a file, and judge recordings with it. */
package org.geco.asd.nodes.detector;
