/** What a trained model offers to those that score with it. */
package org.geco.asd.detect;
