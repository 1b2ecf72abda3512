/** Tables as CSV files. */
package org.geco.embedded.runner.csv;
