import type { Span } from '../domain/span.ts';
import { sliceSpan } from '../domain/span.ts';

// What an article says to whatever machine may read it, in kinds that need no list of known attacks:
// orders about instructions, a role to play, words to put out, and the marks of a chat's own format.
const ABOUT_INSTRUCTIONS =
  /\b(?:ignore|disregard|forget|override|bypass|overlook)\b[^.!?]{0,60}\b(?:instructions?|prompts?|rules|guidelines|directions?|directives?|constraints|context|(?:previous|prior|earlier|preceding|above|other|following) (?:messages?|text|questions?|tasks?|passages?|articles?|sources?)|everything)\b|\bfollow(?:ing)? (?:these|my|the following|only these) (?:instructions?|rules|directions?|orders)\b/iu;
const ROLE =
  /\b(?:you are (?:now|going to|about to|an? (?:\w+ ){0,3}(?:AI|assistant|model|chat ?bot|bot|agent))|from now on|(?:act|behave|answer|respond|reply|speak|pretend) as (?:an?|if|the|though)|pretend (?:to be|that you)|stay in character|(?:developer|jailbreak|god|debug|admin) mode)\b/iu;
const ORDER =
  /^(?:\P{L}*(?:please|now|just|only|instead|then|and|so|also|always|never|do not|don['’]t|nevermind|important|attention|note)\P{L}+)*\P{L}*(?:say|print|write|output|respond|reply|answer|repeat|return|reveal|cite|quote|mention|recommend|conclude|claim|state|tell|translate|summari[sz]e|append|insert|include|add|end|begin|start|treat|mark|use|ignore|disregard|forget|pretend|imagine|simulate|act|visit|click|send)\b(?=\s*[:[\]"'“”‘’(]|\s+(?:that|the|this|these|only|an?|nothing|all|every|your|my|it|as|with|in|to|no|yes|exactly|verbatim|passages?|articles?|sources?|and|you|me|us|them)\b)/iu;
const TO_YOU =
  /\b(?:you|your|assistant|the (?:AI|model|chat ?bot|language model))\b[^.!?]{0,30}\b(?:must|should|shall|will|have to|need to|are to|can only|may only|can['’]?t|cannot|required to|told to|supposed to)\b[^.!?]{0,40}\b(?:answers?|respond|responses?|reply|replies|say|print|write|output|cite|citations?|quote|ignore|pretend|obey|comply|prompts?|instructions?|mention|refuse)\b/iu;
const CHAT_FORMAT =
  /<\|[^|>]{1,30}\|>|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|^\s*(?:#{1,4}\s*)?(?:system|assistant|user|human|instruction|prompt|AI)\s*(?:prompt|message|note|override)?\s*:/iu;
const OWN_WORKINGS =
  /\b(?:system prompt|your (?:instructions|prompts?|programming|training|guidelines)|as an AI\b)/iu;

const SIGNS = [ABOUT_INSTRUCTIONS, ROLE, ORDER, TO_YOU, CHAT_FORMAT, OWN_WORKINGS];

/** True for a sentence that tells a machine what to do rather than its readers what happened. */
export function isInstruction(sentence: string): boolean {
  return SIGNS.some((sign) => sign.test(sentence));
}

/**
 * The sentences of a text that report something: an instruction and what follows it in its paragraph,
 * which is what the machine would be told to say, are left out. `spans` are sentences in order.
 */
export function reportedSentences<T extends Span>(text: string, spans: readonly T[]): T[] {
  let orderedUntil = -1;
  return spans.filter((span) => {
    if (span.start < orderedUntil) return false;
    if (!isInstruction(sliceSpan(text, span))) return true;
    const paragraphEnd = text.indexOf('\n', span.end);
    orderedUntil = paragraphEnd === -1 ? text.length : paragraphEnd;
    return false;
  });
}
