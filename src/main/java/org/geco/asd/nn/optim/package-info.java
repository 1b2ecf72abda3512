/** Optimisers as PyTorch defines them, and the values that change while training proceeds: learning rates and λ. */
package org.geco.asd.nn.optim;
