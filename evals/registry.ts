import type { Suite } from './suite.ts';
import { clapnqAskingSuite, corpusAskingSuite, rgbAskingSuite, xquadAskingSuite } from './suites/asking.ts';
import { checkingSuite } from './suites/checking.ts';
import { citationsSuite } from './suites/citations.ts';
import { disagreementsSuite } from './suites/disagreements.ts';
import { extractionSuite } from './suites/extraction.ts';
import { injectionSuite } from './suites/injection.ts';
import { injectionWrittenSuite } from './suites/injection-written.ts';
import { nearDuplicatesSuite } from './suites/near-duplicates.ts';
import { plantedSuite } from './suites/planted.ts';
import { quotationsSuite } from './suites/quotations.ts';
import { corpusSuite } from './suites/retrieval-corpus.ts';
import {
  clapnqSuite,
  cranfieldSuite,
  scifactSuite,
  timeSuite,
  xquadSuite,
} from './suites/retrieval-public.ts';
import { verifyingSuite } from './suites/verifying.ts';

/** Every suite, in the order of a full run. A new one is one file in `suites/` and one line here. */
export const SUITES: readonly Suite[] = [
  corpusSuite,
  timeSuite,
  clapnqSuite,
  scifactSuite,
  cranfieldSuite,
  xquadSuite,
  corpusAskingSuite,
  xquadAskingSuite,
  clapnqAskingSuite,
  rgbAskingSuite,
  citationsSuite,
  checkingSuite,
  quotationsSuite,
  verifyingSuite,
  plantedSuite,
  extractionSuite,
  nearDuplicatesSuite,
  injectionSuite,
  injectionWrittenSuite,
  disagreementsSuite,
];
