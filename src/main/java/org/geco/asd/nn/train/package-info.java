/** Training: gradients without steady-state allocation, optimisers as PyTorch defines them, reports per epoch. */
package org.geco.asd.nn.train;
