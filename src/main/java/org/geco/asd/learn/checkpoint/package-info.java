/** What a training that is interrupted goes on from: written now and then, found and checked at the next start. */
package org.geco.asd.learn.checkpoint;
