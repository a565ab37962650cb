import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { serveLocally } from '../../fakes/local-server.ts';

/** Where a stream stands still, or breaks: right behind the first event that holds these words. */
export interface Delay {
  readonly behind: string;
  readonly ending: 'wait' | 'break';
}

/** A server before the desk, which lets everything through but what it is told to hold. */
export interface Intermediary {
  /** With `/` at its end. */
  readonly url: string;
  /** Read at each answer; null lets all of them through. */
  delay: Delay | null;
  close(): Promise<void>;
}

/** Stands before a desk as a slow or a torn line does, so that what happens in between can be seen. */
export async function startIntermediary(target: string): Promise<Intermediary> {
  const state: { delay: Delay | null } = { delay: null };
  const server = await serveLocally((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, target), { ...(method && { method }), headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      if (state.delay === null || !isStream(answer)) answer.pipe(outgoing);
      else forward(answer, outgoing, state.delay);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  return Object.assign(state, { url: `${server.origin}/`, close: server.close });
}

const isStream = ({ headers }: IncomingMessage) =>
  /event-stream|ndjson/.test(String(headers['content-type'] ?? ''));

function forward(answer: IncomingMessage, outgoing: ServerResponse, { behind, ending }: Delay): void {
  let text = '';
  const pass = (piece: string) => {
    const sent = text.length;
    text += piece;
    const at = text.indexOf(behind);
    const end = at < 0 ? -1 : text.indexOf('\n', at);
    if (end < 0) return void outgoing.write(piece);
    // What comes further is let go by unread; the blank line that ends an event goes along.
    answer.off('data', pass).off('end', finish).resume();
    outgoing.write(text.slice(sent, end + 2), () => {
      // The browser has what came before, as over a line that breaks later.
      if (ending === 'break') setTimeout(() => outgoing.destroy(), 300);
    });
  };
  const finish = () => outgoing.end();
  answer.setEncoding('utf8').on('data', pass).on('end', finish);
}
