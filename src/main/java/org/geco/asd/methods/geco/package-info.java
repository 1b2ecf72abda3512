/** Joint generative-contrastive learning (GeCo): training, models, clip-level scores (paper, sections 2.2 and 2.3). */
package org.geco.asd.methods.geco;
