/** Anomalous sound detection by joint generative-contrastive learning (GeCo). */
package org.geco.asd;
