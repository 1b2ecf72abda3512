/** What all nodes share: failures as KNIME messages, progress, column names, the choice of training and test rows. */
package org.geco.asd.nodes.knime;
