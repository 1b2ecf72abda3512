/** Scores of different methods on one scale, learnt from held-out normal clips, and combined without labels. */
package org.geco.asd.ensemble;
