/** Clips as learners and predictors read them: where they come from, what is kept in memory, read ahead, held out. */
package org.geco.asd.clips;
