/** The node PAE Learner. */
package org.geco.asd.nodes.paelearner;
