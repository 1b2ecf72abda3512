/** What every trained model offers to those that score with it, whatever its method. */
package org.geco.asd.detect;
