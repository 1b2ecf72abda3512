/** Writes results for people and for the challenge: one self-contained HTML page and DCASE 2020 CSV files. */
package org.geco.asd.report;
