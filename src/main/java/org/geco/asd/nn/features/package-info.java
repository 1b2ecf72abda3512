/** Networks that make embeddings of patches, whatever their layers are. */
package org.geco.asd.nn.features;
