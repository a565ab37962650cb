import type { RivalRelation } from './joined-relations.ts';
import type { Facts } from './statement.ts';

const PORTFOLIOS = new Set(
  (
    'foreign finance defense interior home health education justice trade energy transport transportation environment ' +
    'agriculture agricultural labor culture economy economic treasury culture sports sport tourism housing'
  ).split(' '),
);
const OFFICES = new Set('minister ministers ministry secretary secretaries department'.split(' '));

/** An office of a claim where a sentence has the same office of another field: "finance" for "foreign ministers". */
export function rivalOffices(claim: Facts, source: Facts): RivalRelation[] {
  const held = new Set(source.tokens.map(({ key }) => key));
  const theirs = officesIn(source);
  return officesIn(claim).flatMap(({ field, office }) => {
    if (held.has(field.key)) return [];
    const same = theirs.filter((other) => other.office.stem === office.stem);
    const [only, ...more] = same;
    if (only === undefined || more.length > 0) return [];
    return [
      {
        draft: { start: field.start, end: office.end },
        source: { start: only.field.start, end: only.office.end },
      },
    ];
  });
}

function officesIn({ tokens }: Facts) {
  return tokens.flatMap((office, index) => {
    const field = tokens[index - 1];
    return field !== undefined && PORTFOLIOS.has(field.key) && OFFICES.has(office.key)
      ? [{ field, office }]
      : [];
  });
}
