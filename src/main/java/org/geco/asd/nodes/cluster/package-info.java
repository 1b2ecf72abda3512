/** On which computers nodes work on recordings. */
package org.geco.asd.nodes.cluster;
