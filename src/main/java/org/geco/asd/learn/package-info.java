/** The loop over epochs that all trainings have in common: when to stop, what to keep, where to go on. */
package org.geco.asd.learn;
