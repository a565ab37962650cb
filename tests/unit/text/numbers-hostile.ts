/** Short texts that, repeated, drive careless patterns into quadratic time. */
export function hostileTexts(): string[] {
  return [
    ' ',
    '\n',
    '"',
    '“a ',
    "'a ",
    '(',
    '1',
    '1,',
    '1 ',
    'Aa ',
    'A-',
    'a@',
    '+1 ',
    'May ',
    '1.',
    'five ',
    'a-',
    'said “x” ',
    '“a\n',
    '“x\n\n',
    'X. ',
    '1 000 ',
    'two hundred and ',
    '‘s’ ',
    '(AB) ',
  ];
}

/** Milliseconds that a function takes on 150,000 characters of a repeated text: seconds where it is quadratic. */
export function msFor(work: (text: string) => unknown, unit: string): number {
  const text = unit.repeat(Math.ceil(150_000 / unit.length));
  const start = cpuMs();
  work(text);
  return cpuMs() - start;
}

// Of this thread alone: what else the machine does says nothing about the function.
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
