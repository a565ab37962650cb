import { sliceSpan } from '../domain/span.ts';
import { sentences } from './sentences.ts';

// What an article says to whatever machine may read it, in kinds that need no list of known attacks:
// orders about instructions, a role to play, words to put out, the marks of a chat's own format, a salutation.
const ABOUT_INSTRUCTIONS =
  /\b(?:ignore|disregard|forget|override|bypass|overlook)\b[^.!?]{0,60}\b(?:instructions?|prompts?|rules|guidelines|directions?|directives?|constraints|context|(?:previous|prior|earlier|preceding|above|other|following) (?:messages?|text|questions?|tasks?|passages?|articles?|sources?)|everything)\b|\bfollow(?:ing)? (?:these|my|the following|only these) (?:instructions?|rules|directions?|orders)\b/iu;
const ROLE =
  /\b(?:you are (?:now|going to|about to|an? (?:\w+ ){0,3}(?:AI|assistant|model|chat ?bot|bot|agent))|from now on|(?:act|behave|answer|respond|reply|speak|pretend) as (?:an?|if|the|though)|pretend (?:to be|that you)|stay in character|(?:developer|jailbreak|god|debug|admin) mode)\b/iu;
const ORDER =
  /^(?:\P{L}*(?:please|now|just|only|instead|then|and|so|also|always|never|do not|don['’]t|nevermind|important|attention|note)\P{L}+)*\P{L}*(?:say|print|write|output|respond|reply|answer|repeat|return|reveal|cite|quote|mention|recommend|conclude|claim|state|tell|translate|summari[sz]e|append|insert|include|add|end|begin|start|treat|mark|use|ignore|disregard|forget|pretend|imagine|simulate|act|visit|click|send)\b(?=\s*[:[\]"'“”‘’(]|\s+(?:that|the|this|these|only|an?|nothing|all|every|your|my|it|as|with|in|to|no|yes|exactly|verbatim|passages?|articles?|sources?|and|you|me|us|them)\b)/iu;
const TO_YOU =
  /\b(?:you|your|AI assistants?|the (?:AI|model|chat ?bot|language model))\b[^.!?]{0,30}\b(?:must|should|shall|will|have to|need to|are to|can only|may only|can['’]?t|cannot|required to|told to|supposed to)\b[^.!?]{0,40}\b(?:answers?|respond|responses?|reply|replies|say|print|write|output|cite|citations?|quote|ignore|pretend|obey|comply|prompts?|instructions?|mention|refuse)\b/iu;
const CHAT_FORMAT =
  /<\|[^|>]{1,30}\|>|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|<\/?(?:passages?|questions?|documents?|articles?|sources?|context|data|instructions?|system|user|assistant|prompt|rules)(?:[-\s][^<>]{0,60})?>|^\s*(?:#{1,4}\s*)?(?:system|assistant|user|human|instruction|prompt|AI)\s*(?:prompt|message|note|override)?\s*:/iu;
const OWN_WORKINGS =
  /\b(?:system prompt|your (?:instructions|prompts?|programming|training|guidelines)|as an AI\b)/iu;

const TO_MACHINES =
  /^\P{L}*(?:notes?|messages?|attention|instructions?|reminder|warning|notice|dear|hello|hi|hey)\b[^.!?]{0,20}\b(?:AIs?|LLMs?|GPTs?|models?|assistants?|chat ?bots?|bots|crawlers?|agents)\b/iu;

const SIGNS = [ABOUT_INSTRUCTIONS, ROLE, ORDER, TO_YOU, CHAT_FORMAT, OWN_WORKINGS, TO_MACHINES];

/** True for a sentence that tells a machine what to do rather than its readers what happened. */
export function isInstruction(sentence: string): boolean {
  return SIGNS.some((sign) => sign.test(sentence));
}

// What stands further before a place than this is not read, so that a book costs no more than an article.
const REACH_CHARS = 20_000;

/**
 * Where, before `end`, a text stops to report: the place of its first instruction, else `end`. What comes
 * behind an instruction is what a machine would be told to say, often over many paragraphs.
 */
export function reportedEnd(text: string, end: number): number {
  const from = Math.max(0, end - REACH_CHARS);
  const near = text.slice(from, end);
  const first = sentences(near).find((span) => isInstruction(sliceSpan(near, span)));
  return first === undefined ? end : from + first.start;
}
