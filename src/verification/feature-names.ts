/**
 * What is measured of a claim beside a source, in the order of the weights. Shares are 0 to 1.
 *
 * - `supports`, `contradicts`: logits of the model's probabilities, the largest "supports" over all
 *   windows and "contradicts" of that window
 * - `supportsCopy`: `supports` times `likeness`: on nearly the same sentence the model is surest
 * - `windowCoverage`, `sentenceCoverage`: share of the claim's content words in the windows, in one sentence
 * - `pairsTogether`: share of neighbouring content words that one sentence holds both of
 * - `wordRuns`: share of the claim's neighbouring words that are neighbours in the source
 * - `likeness`: how nearly one sentence is the claim, word by word
 * - `factsMissing`, `namesMissing`, `numbersMissing`: share of the claim's that the windows lack
 * - `claimLength`, `sourceLength`: logarithms of the words, around the middle of the sets; their squares and
 *   product place the borderline by length
 */
export const FEATURES = [
  'supports',
  'contradicts',
  'supportsCopy',
  'windowCoverage',
  'sentenceCoverage',
  'pairsTogether',
  'wordRuns',
  'likeness',
  'factsMissing',
  'namesMissing',
  'numbersMissing',
  'claimLength',
  'sourceLength',
  'claimLengthSquared',
  'sourceLengthSquared',
  'lengthsProduct',
] as const;
export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;
