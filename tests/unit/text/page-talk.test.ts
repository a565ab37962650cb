import { describe, expect, it } from 'vitest';
import { isPageTalk } from '../../../src/text/page-talk.ts';

const TALK = [
  'Sign up for our daily newsletter.',
  'Subscribe to the Ledger today and stay ahead with more of your favorite writers.',
  'Get the Ledger delivered to your inbox every morning.',
  'Click here for more information.',
  'Please follow us on Twitter and Facebook.',
  'You can also follow Ana Lima on Instagram.',
  'Write to Ana Lima at ana.lima@ledger.example',
  'Have a tip for our reporters?',
  'Like this story?',
  'If you enjoyed this article, we have a proposition for you: join the club.',
  'Don’t forget to share your thoughts in the comments below!',
  'Pro tip: Get more ideas for your harbour here!',
  'Read the full story here.',
  'For more stories like this, visit our website.',
  'Ben Okri contributed to this report.',
  'Keiko Mori contributed reporting from Osaka.',
  '(Reporting by Ana Lima and Ben Okri in Lisbon; Editing by Keiko Mori)',
  'Additional reporting by Karim Doss',
  'This article was originally published by the Ledger.',
  'This story has been updated.',
  'Originally published on City Science.',
  'Copyright 2019 The Ledger.',
  'All rights reserved.',
  'This material may not be published, broadcast or redistributed.',
  'We may earn a commission when you buy through our links.',
  'We use cookies to improve your experience on our site.',
  'The Ledger may earn a commission from some of the products on this page.',
  'Support the Ledger and make a difference for readers everywhere.',
  'We need your financial support.',
  'Comments are closed.',
  'Story continues below the picture',
  'This podcast is brought to you by the Harbour Bank.',
  '(Graphic: Ships of the world - here)',
];

const STORY = [
  'The company said that it would follow the ruling.',
  'Readers of the newsletter doubled to 40,000 last year.',
  'Join the queue early, the mayor told residents.',
  '“Follow us on Twitter,” the minister told the crowd.',
  'Reporting by the Ledger showed that the yard had lost nine million.',
  'The study was first published in the journal Ships.',
  'The drug contributed to the fall in deaths.',
  'Copyright law in the region dates from 1911.',
  'Boil the rice and add the beans.',
  'Get vaccinated before November, the agency advises.',
  'The tour was sponsored by a bank.',
  'Subscribers to the service fell by 4 percent in the quarter.',
  'This story of a lighthouse was filmed twice.',
  'Visit the museum on a weekday: it is empty then.',
  'Correction: This article misstated the year in which the ferry was built. It was 1961.',
  'The network shares comments with the police where a court asks for them.',
  '',
];

describe('isPageTalk', () => {
  it.each(TALK)('knows an appeal, a credit or a notice: %s', (sentence) => {
    expect(isPageTalk(sentence)).toBe(true);
  });

  it.each(STORY)('leaves what a story tells: %s', (sentence) => {
    expect(isPageTalk(sentence)).toBe(false);
  });

  it('takes no time over a text that almost fits, at any length', () => {
    const parts = ['please and ', 'read ', 'if you for more ', '((((', 'a: ', '— ', 'by Ana ', 'this is my '];
    for (const part of parts) expect(isPageTalk(part.repeat(20_000))).toBe(false);
  });
});
