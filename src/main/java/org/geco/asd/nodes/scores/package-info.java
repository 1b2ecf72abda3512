/** How the nodes that work on scores read them from tables and write them back. */
package org.geco.asd.nodes.scores;
