/** What a spectrogram is like as a whole: a vector of statistics over time for each band, learned from nothing. */
package org.geco.asd.statistics;
