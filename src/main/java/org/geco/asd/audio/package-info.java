/** Reading sound files: any rate and number of channels in, one channel of floats out; what is wrong is named. */
package org.geco.asd.audio;
