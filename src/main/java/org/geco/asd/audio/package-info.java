/** Reading sound files: any rate, any number of channels, one channel of floats out; what is wrong with a file is named. */
package org.geco.asd.audio;
