/** From scores to decisions: thresholds that keep a false-alarm rate, from held-out normal clips alone. */
package org.geco.asd.calibration;
