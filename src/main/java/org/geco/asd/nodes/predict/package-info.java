/** What the predictors share: reading clips row by row, appending scores, missing cells with their reason. */
package org.geco.asd.nodes.predict;
