/** The networks of GeCo: ResNet-18 in training and with its batch normalisation folded, classifier and losses. */
package org.geco.asd.geco.net;
