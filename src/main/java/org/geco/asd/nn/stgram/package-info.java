/** STgram-MFN: a network that hears a waveform and sees its spectrogram, in training and as a finished one. */
package org.geco.asd.nn.stgram;
