import { createDeskApp, type DeskAppOptions } from '../../../src/http/desk-app.ts';
import { createPublicApp, type PublicAppOptions } from '../../../src/http/public-app.ts';
import type { Site } from '../../../src/http/site.ts';
import type { Desk, PublicDesk } from '../../../src/use-cases/desk.ts';

/** The app as a loopback server has it, over any desk. */
export function appOver(desk: Desk, options: Partial<DeskAppOptions> = {}) {
  return createDeskApp({
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

/** The public app as a server has it that others can reach, over any desk. */
export function publicAppOver(desk: PublicDesk, options: Partial<PublicAppOptions> = {}) {
  return createPublicApp({
    desk,
    isLoopback: false,
    allowedHosts: [],
    sites: [SITE],
    monotonicMs: () => 0,
    now: () => '2026-05-03T10:00:00.000Z',
    ...options,
  });
}

/** A site that may ask. */
export const SITE: Site = {
  key: 'news',
  origins: ['https://news.example', 'https://www.news.example'],
  questionsPerMinute: 5,
  questionsPerMinutePerVisitor: 2,
};

/** What the widget sends from a page of that site. */
export const FROM_SITE = { 'x-citedesk-site': SITE.key, origin: 'https://news.example' };
