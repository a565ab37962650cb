import { describe, expect, it } from 'vitest';
import { type Command, FILTER_FLAGS, JSON_FLAG } from '../../../src/cli/command.ts';
import { parseFlags } from '../../../src/cli/parse-flags.ts';

const command: Command = {
  name: 'search',
  operands: 'QUESTION',
  summary: 'Find',
  flags: [
    { name: 'limit', value: 'N', help: '' },
    { name: 'fail-on', value: 'LIST', help: '' },
    ...FILTER_FLAGS,
    JSON_FLAG,
  ],
  run: async () => 0,
};

describe('parseFlags', () => {
  it('reads operands and flags in any order', () => {
    const { operands, settings, configFile } = parseFlags(command, [
      ...['who', '--limit', '5', 'won?', '--json', '--path=2026/**', '--config', 'c.ts'],
    ]);
    expect(operands).toEqual(['who', 'won?']);
    expect(settings).toEqual({ limit: 5, json: true, path: '2026/**' });
    expect(configFile).toBe('c.ts');
  });

  it('reads what follows -- as it is', () => {
    expect(parseFlags(command, ['--', '--json']).operands).toEqual(['--json']);
  });

  it('splits lists', () => {
    expect(parseFlags(command, ['--fail-on', 'contradicted, unsupported']).settings).toEqual({
      failOn: ['contradicted', 'unsupported'],
    });
  });

  it.each([
    [['--jsn'], 'There is no flag --jsn.', 'Did you mean --json?'],
    [['--corpsu', 'x'], 'There is no flag --corpsu.', 'Did you mean --corpus?'],
    [['--zzzzzz'], 'There is no flag --zzzzzz.', 'See --help for those there are.'],
    [['-x'], 'There is no flag -x.', 'See --help for those there are.'],
  ])('refuses %j and suggests', (args, message, fix) => {
    expect(() => parseFlags(command, args)).toThrowError(expect.objectContaining({ message, fix }));
  });

  it('says when a value is missing', () => {
    expect(() => parseFlags(command, ['--limit'])).toThrowError(/--limit/);
  });

  it.each([['abc'], [''], ['0'], ['101'], ['1.5'], ['-3']])('refuses --limit=%s', (value) => {
    expect(() => parseFlags(command, [`--limit=${value}`])).toThrowError(
      expect.objectContaining({
        code: 'config-invalid',
        message: expect.stringMatching(/^In the flags, limit: /),
      }),
    );
  });

  it('refuses a verdict that there is none of', () => {
    expect(() => parseFlags(command, ['--fail-on', 'wrong'])).toThrowError(/failOn/);
  });
});
