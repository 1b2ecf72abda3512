/** What methods share that learn machines from patches of clips and score clips by what is seen in theirs. */
package org.geco.asd.learn.patches;
