/** How well scores tell anomalous clips from normal ones: AUC, partial AUC, ROC curves and their means. */
package org.geco.asd.evaluation;
