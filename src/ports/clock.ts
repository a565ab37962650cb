export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Milliseconds of a clock that never goes back; only differences mean anything. */
  monotonicMs(): number;
}
