/**
 * Do a GPU and the CPU compute the same? Both train the same networks on the same clips and score them, in a process
 * each.
 */
package org.geco.asd.devicecheck;
