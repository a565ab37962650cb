import type { Context, Hono } from 'hono';
import type { Desk } from '../use-cases/desk.ts';
import type { Gate } from './gate.ts';

/** What the middleware leaves for the handlers. */
export interface AppEnv {
  Variables: { requestId: string };
}

export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;

/** What the routes work with. */
export interface RouteParts {
  readonly desk: Desk;
  readonly questions: Gate;
  readonly checks: Gate;
  readonly heartbeatMs: number;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Told of every failure that a client sees as an internal one, or inside a stream. */
  readonly onError: (error: unknown, requestId: string) => void;
}
