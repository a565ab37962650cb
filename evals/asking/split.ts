import { seedOf } from './random.ts';

const FIFTHS = 5;

/** True for the fifth of the subjects that no weight is fitted on: the suites judge on those. */
export function isHeldOut(subject: string): boolean {
  return seedOf(`held out ${subject}`) % FIFTHS === 0;
}

/** 0 to 4: the part of cross-validation that a subject is in. */
export function foldOf(subject: string): number {
  return seedOf(subject) % FIFTHS;
}

export const FOLDS = FIFTHS;
