/**
 * What is measured of a claim beside a source, in the order of the weights. Few on purpose: lengths, likeness
 * and other shares fit the sets that weights are fitted on better and the ones left out worse, since they
 * tell the sets apart. Shares are 0 to 1.
 *
 * - `supports`: logit of the model's probability, the largest over all windows; the mean over the sentences
 *   of the claim
 * - `sentenceCoverage`: share of the claim's content words in one sentence
 * - `factsMissing`: numbers, dates and names of the claim that the windows lack, to one more than it has
 */
export const FEATURES = ['supports', 'sentenceCoverage', 'factsMissing'] as const;
export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;
