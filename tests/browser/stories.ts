import type { Document } from '../../src/domain/document.ts';
import { abstentionOf, answerOf, citeWords, documentOf, partsOf } from './stream-script.ts';
import type { Script } from './stub-server.ts';

// A small archive and what it answers, for servers that replay. People, places and figures are made up.

export const BRIDGE = documentOf('d0000000000000001', 'Harbour bridge reopens after eleven months', [
  'The harbour bridge reopened to traffic on Monday morning, eleven months after engineers closed it.',
  'Inspectors found cracks in four of its hangers last April, and the port closed the crossing the same night. ' +
    'The repair cost 18.4 million crowns, a third more than the council had set aside.',
  '“We would rather explain a closed bridge than an open one,” said the city engineer, Ilse Marrow.',
  ...Array.from(
    { length: 9 },
    (_, n) =>
      `Traffic counters recorded a steady flow through the ${n + 1}th day, and the ferries that had carried ` +
      'commuters since spring went back to their summer timetable with one boat fewer than before.',
  ),
  'The council will publish the full account of the repair in May.',
]);

export const WIRE = documentOf('d0000000000000002', 'Bridge traffic returns', [
  'Traffic crossed the harbour bridge again on Monday after a closure of eleven months.',
  'A spokesman put the cost of the repair at 19 million crowns.',
]);

const FERRY = documentOf('d0000000000000003', 'Ferry timetable to change in June', [
  'The summer timetable begins on 1 June with one boat fewer.',
]);

const ARABIC = {
  ...documentOf('d0000000000000004', 'إعادة فتح جسر الميناء', [
    'أعيد فتح جسر الميناء صباح الاثنين، بعد أحد عشر شهرًا من إغلاقه.',
    'بلغت تكلفة الإصلاح 18.4 مليون كرونة (Harbour Ltd) وفق المجلس.',
  ]),
  language: 'ar',
};
export const ARABIC_QUESTION = 'متى أعيد فتح الجسر؟';

export const QUESTION = 'Why was the harbour bridge closed?';
export const UNKNOWN = 'Who won the chess championship?';

export const ANSWER = answerOf(QUESTION, [
  {
    text: 'Inspectors found cracks in four of its hangers last April, and the port closed the crossing the same night.',
    citations: [
      citeWords(
        BRIDGE,
        'Inspectors found cracks in four of its hangers last April, and the port closed the crossing the same night.',
      ),
    ],
  },
  {
    text: 'The harbour bridge reopened to traffic on Monday morning, eleven months after engineers closed it.',
    citations: [
      citeWords(
        BRIDGE,
        'The harbour bridge reopened to traffic on Monday morning, eleven months after engineers closed it.',
      ),
      citeWords(WIRE, 'Traffic crossed the harbour bridge again on Monday after a closure of eleven months.'),
    ],
  },
  {
    text: 'The repair cost 18.4 million crowns, a third more than the council had set aside.',
    verdict: 'partially-supported',
    citations: [
      citeWords(BRIDGE, 'The repair cost 18.4 million crowns, a third more than the council had set aside.'),
    ],
    alsoReportedBy: [citeWords(FERRY, 'The summer timetable')],
  },
]);

const DISPUTED = {
  ...ANSWER,
  conflicts: [
    {
      about: 'crowns: 18.4 million crowns or 19 million crowns',
      topic: 'figure' as const,
      sides: [
        citeWords(BRIDGE, 'The repair cost 18.4 million crowns'),
        citeWords(WIRE, 'A spokesman put the cost of the repair at 19 million crowns.'),
      ],
    },
  ],
};

export const ARABIC_ANSWER = answerOf(
  ARABIC_QUESTION,
  ARABIC.text.split('\n\n').map((text) => ({ text, citations: [citeWords(ARABIC, text)] })),
);

export const ABSTENTION = abstentionOf(UNKNOWN, 'The archive does not hold an answer to this question.', [
  citeWords(FERRY, 'The summer timetable begins on 1 June with one boat fewer.'),
  citeWords(BRIDGE, 'The council will publish the full account of the repair in May.'),
]);

/** Answered from an article that the index no longer holds. */
export const GONE = 'What became of the lighthouse?';
const LOST = documentOf('d0000000000000005', 'Lighthouse sold', ['The lighthouse was sold in March.']);
const GONE_ANSWER = answerOf(GONE, [{ text: LOST.text, citations: [citeWords(LOST, LOST.text)] }]);

export const documents = (): Map<string, Document> =>
  new Map([BRIDGE, WIRE, FERRY, ARABIC].map((document) => [document.id, document]));

export const REFUSAL = {
  title: 'Limit exceeded',
  status: 400,
  detail: 'The question has 2,400 characters; the limit is 2,000.',
  fix: 'Ask a shorter question.',
};

/** What each question meets. */
export const scripts = (): Map<string, Script> =>
  new Map<string, Script>([
    [QUESTION, { kind: 'answer', parts: partsOf(ANSWER) }],
    [ARABIC_QUESTION, { kind: 'answer', parts: partsOf(ARABIC_ANSWER) }],
    ['Is the cost disputed?', { kind: 'answer', parts: partsOf(DISPUTED) }],
    [GONE, { kind: 'answer', parts: partsOf(GONE_ANSWER) }],
    ['*', { kind: 'answer', parts: partsOf(ABSTENTION) }],
    [UNKNOWN, { kind: 'answer', parts: partsOf(ABSTENTION) }],
    ['slow', { kind: 'hang', parts: partsOf(ANSWER).slice(0, 8) }],
    ['silent', { kind: 'hang', parts: [] }],
    [
      'broken',
      {
        kind: 'answer',
        parts: [...partsOf(ANSWER).slice(0, 8), { type: 'error', errorText: 'The model failed.' }],
      },
    ],
    ['refused', { kind: 'refuse', status: 400, body: JSON.stringify(REFUSAL) }],
    ['bad gateway', { kind: 'refuse', status: 502, body: '<html><body>Bad gateway</body></html>' }],
  ]);
