/** Log-Mel spectrograms, equal to those of librosa. */
package org.geco.asd.mel;
