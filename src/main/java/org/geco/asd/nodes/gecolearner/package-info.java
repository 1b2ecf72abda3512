/** The node GeCo Learner. */
package org.geco.asd.nodes.gecolearner;
