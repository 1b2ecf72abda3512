/** Pictures as PNG files, drawn without a screen: courses of trainings, ROC curves and distributions, spectrograms. */
package org.geco.asd.pictures;
