/** What recognises classes from embeddings, with the network that makes these, in training and in evaluation. */
package org.geco.asd.nn.classify;
