import { describe, expect, it } from 'vitest';
import { ar } from '../../../../web/src/strings/ar.ts';
import { enTable } from '../../../../web/src/strings/en.ts';
import { es } from '../../../../web/src/strings/es.ts';
import { fr } from '../../../../web/src/strings/fr.ts';
import { registerStrings, stringsFor } from '../../../../web/src/strings/languages.ts';
import { pt } from '../../../../web/src/strings/pt.ts';
import { ru } from '../../../../web/src/strings/ru.ts';
import type { StringTable } from '../../../../web/src/strings/table.ts';
import { FORMS, swap, unpackTable } from '../../../../web/src/strings/unpack.ts';
import { failureWords } from '../../../../web/src/strings/wording.ts';

const TABLES: Readonly<Record<string, StringTable>> = { ar, en: enTable, es, fr, pt, ru };
const COUNTED = ['reading', 'answerDone'] as const;

/** Every text by its path; plural forms by theirs. */
function textsOf(table: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  );
}

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe.each(Object.entries(TABLES))('the words in %s', (language, table) => {
  it('are all there, with what is filled into them', () => {
    const english = new Map(textsOf(enTable));
    for (const [path, text] of textsOf(table)) {
      expect(slots(text), path).toEqual(slots(english.get(path) ?? ''));
      if (english.get(path) !== '') expect(text.trim(), path).not.toBe('');
    }
  });

  it('have the form of every number, which says the number or means one alone', () => {
    const rules = new Intl.PluralRules(language);
    for (const key of COUNTED) {
      const forms: Readonly<Record<string, string>> = table[key];
      for (let count = 0; count <= 200; count += 1) {
        const form = forms[rules.select(count)] ?? forms['other'] ?? '';
        const isAlone = /^(?:zero|one|two)$/.test(rules.select(count));
        expect(form.includes('#') || isAlone, `${key} ${count}: ${form}`).toBe(true);
      }
    }
  });

  it('come out as they went in where they are packed', () => {
    const texts: string[] = [];
    for (const value of Object.values(table)) texts.push(...packed(value));
    for (const offset of [0, 0x410 - 63, 0x620 - 63]) {
      expect(unpackTable(swap(texts.join('\n'), offset), offset)).toEqual(table);
    }
  });
});

function packed(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const inside: Readonly<Record<string, unknown>> = Object(value);
  if (!('other' in inside)) return Object.values(inside).flatMap(packed);
  return [
    FORMS.map((form) => inside[form] ?? '')
      .join('/')
      .replace(/\/+$/, ''),
  ];
}

describe('a language', () => {
  it('counts as it does', () => {
    const endings = (language: string, counts: readonly number[]) =>
      counts.map((count) => stringsFor(language).answerDone(count));
    expect(endings('ru', [1, 3, 5, 11, 21, 22])).toEqual([
      ...['Конец ответа, 1 цитата.', 'Конец ответа, 3 цитаты.', 'Конец ответа, 5 цитат.'],
      ...['Конец ответа, 11 цитат.', 'Конец ответа, 21 цитата.', 'Конец ответа, 22 цитаты.'],
    ]);
    expect(endings('ar', [0, 1, 2, 3, 11, 100])).toEqual([
      ...['نهاية الإجابة، بلا اقتباسات.', 'نهاية الإجابة، اقتباس واحد.', 'نهاية الإجابة، اقتباسان.'],
      ...['نهاية الإجابة، 3 اقتباسات.', 'نهاية الإجابة، 11 اقتباسًا.', 'نهاية الإجابة، 100 اقتباس.'],
    ]);
    expect(endings('fr', [0, 1, 2])).toEqual([
      ...[
        'Fin de la réponse, 0 citation.',
        'Fin de la réponse, 1 citation.',
        'Fin de la réponse, 2 citations.',
      ],
    ]);
  });

  it('is that of the nearest tag, and English for what nobody has', () => {
    expect(stringsFor('pt-BR').ask).toBe(pt.ask);
    expect(stringsFor('pt-BR').locale).toBe('pt-BR');
    for (const tag of ['xx', 'en_US', '', '-', 'x-klingon']) expect(stringsFor(tag).ask).toBe('Ask');
  });

  it('can be added in part, with forms of its own, and taken for one region', () => {
    registerStrings('de', {
      ask: 'Fragen',
      panel: { close: 'Schließen', place: '{at}. von {of}' },
      reading: { other: '# Artikel' },
    });
    const german = stringsFor('de-AT');
    expect([german.ask, german.stop, german.panel.close]).toEqual(['Fragen', 'Stop', 'Schließen']);
    expect(german.panel.place(1, 3)).toBe('1. von 3');
    // English forms are no help to German numbers.
    expect([german.reading(1), german.reading(2)]).toEqual(['1 Artikel', '2 Artikel']);
    registerStrings('pt-br', { ask: 'Pergunte' });
    expect([stringsFor('pt-BR').ask, stringsFor('pt').ask]).toEqual(['Pergunte', pt.ask]);
    expect(() => registerStrings('not a tag', {})).toThrow(RangeError);
  });

  it('takes nothing but texts from a table, and fills in words as they are', () => {
    const table: object = {
      ask: 5,
      stop: null,
      panel: 'x',
      verdicts: { supported: [] },
      __proto__: { edit: 'x' },
    };
    registerStrings('nl', table);
    const dutch = stringsFor('nl');
    expect([dutch.ask, dutch.stop, dutch.panel.close]).toEqual(['Ask', 'Stop', 'Close source']);
    expect(dutch.verdicts.supported).toBe(enTable.verdicts.supported);
    expect(dutch.citation(1, '{number} $& #')).toBe('Citation 1: {number} $& #');
  });
});

describe('the words of a failure', () => {
  it('are the server’s in English, and the reader’s own otherwise, with the time to wait', () => {
    const refused = { kind: 'refused', title: 'Limit exceeded', detail: 'Too long.' } as const;
    expect(failureWords(refused, stringsFor('en')).title).toBe('Limit exceeded');
    expect(failureWords(refused, stringsFor('fr'))).toEqual(fr.failures.refused);
    const long = { ...refused, isTooLong: true };
    expect(failureWords(long, stringsFor('fr'))).toEqual({ title: fr.tooLong, detail: '' });
    expect(failureWords(long, stringsFor('en-GB')).detail).toBe('Too long.');
    const many = { kind: 'too-many', title: '', detail: '', waitSeconds: 21 } as const;
    expect(failureWords(many, stringsFor('ru'))).toEqual({
      title: ru.failures['too-many'].title,
      detail: 'Повторить через 21 секунду.',
    });
  });
});
