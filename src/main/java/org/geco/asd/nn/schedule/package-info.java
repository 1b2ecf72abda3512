/** Values that change while training proceeds: learning rates and the contrastive weight λ. */
package org.geco.asd.nn.schedule;
