/** What both learners share: how they stop, how they go on, how the learning rate goes, and what the history shows. */
package org.geco.asd.nodes.learn;
