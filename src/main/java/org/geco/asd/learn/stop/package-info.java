/** When a training ends: held-out clips that do no better, time that is up, the best epoch so far. */
package org.geco.asd.learn.stop;
