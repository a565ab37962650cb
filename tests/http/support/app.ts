import { type AppOptions, createApp } from '../../../src/http/app.ts';
import type { Desk } from '../../../src/use-cases/desk.ts';

/** The app as a loopback server has it, over any desk. */
export function appOver(desk: Desk, options: Partial<AppOptions> = {}) {
  return createApp({
    desk,
    access: { isLoopback: true, token: null, allowedOrigins: [], allowedHosts: [] },
    monotonicMs: () => 0,
    now: () => '2026-05-03T10:00:00.000Z',
    ...options,
  });
}

/** A JSON POST. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } };
}

/** What DefaultChatTransport sends for one question. */
export function conversation(question: string): object {
  const message = { id: 'm1', role: 'user', parts: [{ type: 'text', text: question }] };
  return { id: 'c1', messages: [message], trigger: 'submit-message' };
}
