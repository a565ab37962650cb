/**
 * Sentences in which a publication speaks of itself, or to its reader about itself, instead of telling its
 * story. Each form is one expression over a single sentence of English; none of them names a site.
 */

const PIECE = '(?:article|story|post|column|essay|piece|report|interview|review|content|excerpt|dispatch)';

// `This story was first published by …`, `… has been adapted from its source`. A correction says something
// of the story, and so stays.
const OF_ITSELF = new RegExp(
  `\\b(?:this|the above|the following) (?:\\w+ )?${PIECE} (?:\\w+ ){0,4}?(?:appeared|ran|published|republished|reprinted|reproduced|adapted|syndicated|translated|excerpted|updated|sponsored|generated|edited|produced)\\b|` +
    `\\b(?:this|these) (?:\\w+ )?(?:article|story|post|page|website|site)s? (?:may )?(?:contains?|includes?) (?:\\w+ )?(?:affiliate|sponsored|referral)\\b|` +
    `^(?:originally|first|previously) (?:published|appeared|posted)\\b|\\b(?:re)?published (?:here )?with permission\\b`,
  'i',
);

// `Ana Lima contributed to this report.`
const CONTRIBUTED =
  /\bcontributed (?:additional )?(?:reporting|research|writing)\b|\bcontributed to (?:this|the) (?:story|article|piece|post|column)\b|\bcontributed to this report\b|^[-–—([]*with (?:\w+ )?(?:files|inputs?|additional reporting|reporting) (?:from|by)\b/i;

// `(Reporting by Ana Lima; editing by Ben Okri)`: roles and names alone.
const ROLE =
  /^[([]?(?:(?:additional|with|with additional) )?(?:reporting|reported|editing|edited|writing|written|compiled|translated|produced) (?:\S+ ){0,3}?by /i;
const NAME_OR_LINK =
  /^(?:[\p{Lu}\p{N}].*|and|in|from|with|by|of|for|the|at|de|van|von|bin|al|additional|reporting|editing|writing|compiled|&|[-–—/|])$/u;

// `All rights reserved.` `No part may be reproduced without …`
const RIGHTS =
  /\ball rights reserved\b|^copyright (?:©|\(c\)|\d{4})|^(?:©|\(c\) ?\d{4})|\bmay not be (?:published|reproduced|reprinted|republished|copied|redistributed)\b|\bsubject to copyright\b|\breproduced without (?:the )?(?:prior |express )?(?:written )?permission\b/i;

// `We may earn a commission when you …`, `We use cookies to …`
const HOUSE_RULES =
  /\b(?:earn|receive|get) (?:an? )?(?:small |affiliate )*commission\b.*\b(?:links?|you|purchases?|products?|page|sales?)\b|\baffiliate links?\b|\b(?:we|our|site|website|you|your)\b.*\b(?:use|uses|using|accept) (?:of )?cookies\b|\bmoderating (?:all )?comments\b|\bcomments (?:are|have been) (?:now )?(?:closed|disabled|moderated|turned off)\b|\bcomments? (?:will|may|must|should) (?:not )?be (?:published|removed|deleted|moderated|approved)\b|\bbrought to you by\b|\b(?:podcast|newsletter|episode|article|post|column|content) is (?:sponsored|supported|presented) by\b|^disclaimer\b/i;

const ON_NETWORK =
  'on (?:facebook|twitter|instagram|youtube|linkedin|telegram|whatsapp|tiktok|threads|bluesky|flipboard|apple news|google news|spotify|social media)';
const OURS =
  '(?:our|my) (?:[\\w-]+ ){0,4}?(?:app|site|website|homepage|channel|page|podcast|coverage|feed|alerts?|list|community|forum|group|magazine|newspaper|edition|stories|newsletters?|emails?|briefing|digest|journalism|newsroom|archive|policy|guidelines|workshops?|ebook|picks|review)';
const MAIL = '[\\w.+-]+@[\\w-]+\\.\\w+';

// What a call to the reader is about, if it is about the page.
const GOODS = new RegExp(
  `\\b(?:newsletters?|inbox|letterbox|unlimited access|free trial|e-?mail (?:updates|alerts|address)|breaking news alerts?|${OURS})\\b|` +
    `\\b(?:us|me|him|her|them|author|writer|reporter|@?\\w+) ${ON_NETWORK}\\b|${ON_NETWORK}(?:,| and| or)|\\b(?:follow|like|join) us\\b|@\\w+|https?:|www\\.|\\b(?:this|the|your|more) (?:\\w+ )?(?:story|stories|article|articles|post|posts|page) (?:with|on|below|here|now)\\b|` +
    `\\b(?:your (?:thoughts|views?|opinions?|comments?|feedback|story)|comments? (?:section|below)|comments)\\b|\\bshare (?:it|this)\\b|\\bfor more (?:stories|news|articles|like|coverage)\\b|\\b(?:original|full|entire|complete) (?:article|story|report|post|interview|review|text)\\b|\\b(?:link|form|button) (?:below|in bio)\\b|\\b(?:subscribe|subscription|subscriptions|premium content|membership|free (?:daily|weekly) e-?mail)\\b|\\bhere\\W*$`,
  'i',
);

const LEAD_IN =
  '(?:(?:please|also|and|or|so|just|simply|now|meanwhile|alternatively|then|p\\.?s\\.?)[,:]? |(?:(?:do not|don.t|never) (?:forget|miss|hesitate)(?: out)?|be sure|make sure|remember|feel free)(?: to| and| on)? |(?:you can|you may|readers can|click here to|to) (?:also |now |always )?|[^\\p{L}\\p{N}\\s"“‘\'(]{1,8} ?|[([]|(?:\\p{L}{1,20} ){0,2}\\p{L}{1,20}: |want (?:more|to|the)[^?]{0,80}\\? |(?:if you|for more|for the latest|for all|to (?:get|receive|read|see|stay|learn|keep))[^,]{0,80}, )';
const CALL =
  '(?:sign up|sign-up|subscribe|follow|join|like|share|get|click|tap|download|listen|watch|read|check|visit|write|e-?mail|send|tell|let|leave|post|comment|register|log|support|become|stay|keep|catch|receive|discover|try|see|find|explore|tune|head|tweet|view|learn|browse|enter|submit|reach|help|pick|start|go|continue|add|pre-?order|have your say|enjoy|shop|bookmark)';
const APPEAL = new RegExp(`^${LEAD_IN}{0,3}${CALL}\\b`, 'iu');
// Calls that no story makes to its reader.
const SURE_APPEAL = new RegExp(
  `^${LEAD_IN}{0,3}(?:click|tap) (?:here|below|on the|the link)\\b|^${LEAD_IN}{0,3}(?:subscribe|sign up|sign-up) (?:to|for|now|today|here|with|below)\\b.*\\b(?:newsletters?|e-?mails?|updates|alerts|today|now|free|access|magazine|podcast|channel|here)\\b|` +
    `^${LEAD_IN}{0,2}(?:write|reach out|e-?mail|follow) (?:to )?.{0,60}${MAIL}|^continue reading\\b|\\b(?:story|article) continues\\b|^have your say\\b|\\b(?:we|\\p{Lu}\\w+) needs? your (?:\\w+ )?(?:help|support|donations?)\\b|^${LEAD_IN}{0,2}(?:support|donate|contribute)\\b.*\\b(?:we|us|our|readers?|journalism|journalists)\\b|\\bto your (?:inbox|letterbox|e-?mail)\\b|\\bthrough your letterbox\\b`,
  'iu',
);

// `Like this story?` `Have a tip?` `If you enjoyed this article, …`
const TO_FANS = new RegExp(
  `^(?:if you(?:.ve)? )?(?:did you )?(?:like|liked|like what|love|loved|enjoy|enjoyed|enjoying|liking|found) (?:this|our|what you(?:.re| are)? (?:see|saw|read|reading))\\b.*(?:${PIECE}|read|\\?)|` +
    `^(?:do you )?(?:have|got|know) (?:an?|any|something|more|some)(?: \\w+){0,3} (?:tips?|story|stories|question|questions|comments?|feedback|information|correction)\\b.{0,60}\\?`,
  'i',
);

// `More AP NBA: https://…`, `(Graphic: World markets - here)`, `You can also subscribe to this newsletter here`.
const POINTER =
  /^(?:more|related|see also|also (?:read|see|watch)|read(?: more| also)?|watch|listen|download|source|via|photos?|video)\b[^.?!]{0,80}: ?(?:https?:|www\.)|- here\)?\W*$|^(?:you can|you'll) .{0,120}\bhere\b\W*(?:$|[–—-])/i;

/**
 * True for a sentence that is no part of a story: an appeal to subscribe, follow or comment, a credit of those who
 * worked on it, where it first appeared, whose rights it is under. Of what English news says of its own
 * publication; a quotation never is. Linear in the sentence's length.
 */
export function isPageTalk(sentence: string): boolean {
  const text = sentence.trim().slice(0, MAX_CHARS).replaceAll('’', "'");
  if (text === '' || /^["“”«„]|[”»]$/.test(text)) return false;
  const isAppeal = SURE_APPEAL.test(text) || (APPEAL.test(text) && GOODS.test(text));
  return isAppeal || isCreditLine(text) || FORMS.some((form) => form.test(text));
}

/** Longer sentences tell something besides. */
const MAX_CHARS = 400;
const FORMS = [OF_ITSELF, CONTRIBUTED, RIGHTS, HOUSE_RULES, TO_FANS, POINTER];

function isCreditLine(text: string): boolean {
  const role = ROLE.exec(text)?.[0];
  if (role === undefined) return false;
  return text
    .slice(role.length)
    .split(/[\s,;]+/)
    .every((word) => word === '' || NAME_OR_LINK.test(word.replace(/[.)\]]+$/, '')));
}
