import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChatEvent } from '../../../web/src/stream/chat-events.ts';

const read = (part: unknown) => readChatEvent(JSON.stringify(part));
const CITE = {
  ...{ documentId: 'd1', path: 'a.md', title: 'A', url: 'https://a.example/1', publishedAt: '2026-03-04' },
  ...{ start: 4, end: 9, quote: 'words' },
};

describe('readChatEvent', () => {
  it('reads each part that the page has a use for', () => {
    const claim = { start: 0, end: 5, text: 'Words', verdict: 'supported', alsoReportedBy: [] };
    expect(read({ type: 'source-document', sourceId: 'd1', title: 'A' })).toEqual({
      ...{ type: 'source-found', documentId: 'd1', title: 'A' },
    });
    expect(read({ type: 'text-delta', id: 't', delta: 'Wo' })).toEqual({ type: 'text-added', text: 'Wo' });
    expect(read({ type: 'data-citation', data: { claimIndex: 0, number: 1, cite: CITE } })).toEqual({
      ...{ type: 'citation-found', claimIndex: 0, number: 1, cite: CITE },
    });
    expect(read({ type: 'data-verdict', data: { claimIndex: 2, ...claim } })).toEqual({
      ...{ type: 'claim-judged', claimIndex: 2, claim },
    });
    expect(read({ type: 'error', errorText: 'No model.' })).toEqual({
      ...{ type: 'answer-failed', message: 'No model.' },
    });
    expect(read({ type: 'finish' })).toEqual({ type: 'stream-finished' });
  });

  it.each([
    ['a part of a newer server', { type: 'reasoning-delta', delta: 'x' }],
    ['a name from the prototype', { type: 'constructor' }],
    ['a part without a type', { delta: 'x' }],
    ['a delta that is no text', { type: 'text-delta', delta: 7 }],
    [
      'a citation without a number',
      { type: 'data-citation', data: { claimIndex: 0, number: 0, cite: CITE } },
    ],
    [
      'a citation without a span',
      { type: 'data-citation', data: { claimIndex: 0, number: 1, cite: { ...CITE, end: 4 } } },
    ],
    [
      'a verdict before the text',
      { type: 'data-verdict', data: { claimIndex: -1, start: 0, end: 1, text: 'x' } },
    ],
    ['an answer of no known status', { type: 'data-answer', data: { status: 'maybe', text: '' } }],
    ['a list', [1]],
    ['nothing', null],
  ])('leaves out %s', (_, part) => {
    expect(read(part)).toBeNull();
  });

  it('leaves out what is no JSON, the end mark among it', () => {
    expect(readChatEvent('[DONE]')).toBeNull();
    expect(readChatEvent('{"type":"text-delta","delta":')).toBeNull();
  });

  it('shows a verdict that it does not know as not checked', () => {
    const part = {
      type: 'data-verdict',
      data: { claimIndex: 0, start: 0, end: 1, text: 'x', verdict: 'certain' },
    };
    expect(read(part)).toMatchObject({ claim: { verdict: 'not-checked', alsoReportedBy: [] } });
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'nonsense',
  ])('drops the address %j of a citation and keeps the citation', (url) => {
    const part = { type: 'data-citation', data: { claimIndex: 0, number: 1, cite: { ...CITE, url } } };
    expect(read(part)).toMatchObject({ cite: { url: null, quote: 'words' } });
  });

  it('keeps the good items of an answer and drops the others', () => {
    const claim = {
      start: 0,
      end: 1,
      text: 'x',
      verdict: 'supported',
      citations: [CITE, { quote: 'x' }, null],
    };
    const data = { status: 'answered', text: 'x', claims: [claim, 'claim', { text: 'y' }], nearest: 'none' };
    expect(read({ type: 'data-answer', data })).toMatchObject({
      answer: { claims: [{ citations: [CITE] }], nearest: [], conflicts: [] },
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (json) => void readChatEvent(json)));
    fc.assert(fc.property(fc.string(), (text) => void readChatEvent(text)));
  });
});
