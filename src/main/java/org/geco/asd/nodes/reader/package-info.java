/** The node Sound Clip Reader. */
package org.geco.asd.nodes.reader;
