/** Networks of depthwise convolutions: MobileNetV2, in training and with its batch normalisation folded in. */
package org.geco.asd.nn.mobile;
