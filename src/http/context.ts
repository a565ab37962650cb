import type { Context, Hono } from 'hono';
import type { DraftSource } from '../domain/draft.ts';
import type { Desk, PublicDesk } from '../use-cases/desk.ts';
import type { Gate } from './gate.ts';

/** Throws `invalid-input` and `limit-exceeded` for what it cannot read. */
export type ReadDocx = (bytes: Uint8Array, signal: AbortSignal) => Promise<DraftSource>;

/** What the middleware leaves for the handlers. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Of the problem document that is sent instead of an answer; absent: none is. */
    problemCode?: string;
  };
}

export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;

/** What the routes work with that readers of other sites reach, too. */
export interface PublicParts {
  readonly desk: PublicDesk;
  /** True where readers of other sites ask: they are told less of what goes wrong inside. */
  readonly isPublic: boolean;
  readonly questions: Gate;
  readonly heartbeatMs: number;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Told of every failure that a client sees as an internal one, or inside a stream. */
  readonly onError: (error: unknown, requestId: string) => void;
}

/** What the desk's own routes work with. */
export interface RouteParts extends PublicParts {
  readonly desk: Desk;
  readonly checks: Gate;
  /** Makes a docx file what the desk takes; absent: such files are refused. */
  readonly readDocx?: ReadDocx;
}
