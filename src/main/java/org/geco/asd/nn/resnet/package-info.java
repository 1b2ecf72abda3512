/** ResNet-18: its geometry, in training, and with its batch normalisation folded into the convolutions. */
package org.geco.asd.nn.resnet;
