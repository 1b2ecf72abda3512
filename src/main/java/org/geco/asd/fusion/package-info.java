/** Fuses the generative and the contrastive score into one, and chooses the weight between them. */
package org.geco.asd.fusion;
