import { describe, expect, it } from 'vitest';
import { askedFor } from '../../../src/answering/asked-for.ts';
import { words } from '../../../src/text/tokens.ts';

const asked = (question: string) => {
  const { kind, focus } = askedFor(words(question));
  return [kind, focus];
};

describe('askedFor', () => {
  it.each([
    ['Who signed the decree?', 'who', null],
    ['whose boat sank', 'who', null],
    ['When does the ferry leave?', 'date', null],
    ['Where was the bell cast?', 'place', null],
    ['Why was the pool closed?', 'cause', null],
    ['How did the council vote?', 'manner', null],
    ['How many people were on board?', 'count', 'people'],
    ['How many African students are enrolled?', 'count', 'students'],
    ['How much did the bridge cost?', 'amount', null],
    ['How tall is the tower?', 'amount', 'tall'],
    ['In which Egyptian city will the consulate open?', 'place', 'city'],
    ['How many passengers waited?', 'count', 'passengers'],
    ['Which city did the officials visit?', 'place', 'city'],
    ['What is the capital of Burkina Faso?', 'place', 'capital'],
    ['What percentage of voters took part?', 'amount', 'percentage'],
    ['What was the reason for the delay?', 'cause', 'reason'],
    ['In what year was the hall built?', 'date', 'year'],
    ['What did the United States say?', 'open', null],
    ['Which former colonial power left?', 'open', null],
    ['Did the mayor resign?', 'assertion', null],
    ['harbour festival location', 'place', 'location'],
    ["What is the name of the town's engineer?", 'who', 'name'],
    ['What is the name of the ferry?', 'name', 'name'],
    ['In which building was it held?', 'place', 'building'],
    ['In which hotel was it held?', 'place', 'hotel'],
    ["What was Castor Line's revenue in 2019?", 'amount', 'revenue'],
    ["What is Mara Velde's full name?", 'name', 'name'],
    ['What will the new hall cost?', 'amount', 'cost'],
    ['What song opened the festival?', 'name', 'song'],
    ['herring soup', 'open', null],
    ['When many people are arrested, what is a common tactic?', 'open', null],
    ['', 'open', null],
  ])('%s', (question, kind, focus) => {
    expect(asked(question)).toEqual([kind, focus]);
  });
});

describe('the noun that is asked for', () => {
  it.each([
    ['Which ships carried the weapons?', 'ships'],
    ['Who is the city engineer of Port Merrow?', 'engineer'],
    ['Who commands the fleet?', null],
    ['Which news agency reported it?', 'agency'],
    ['What is the capital of Mali?', 'capital'],
    ["What is Mara Velde's post?", 'post'],
    ['When did it open?', null],
  ])('%s', (question, noun) => {
    expect(askedFor(words(question)).noun).toBe(noun);
  });
});
