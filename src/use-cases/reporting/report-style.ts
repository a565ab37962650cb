import { MARKS } from './claim-words.ts';

// What is not checked is left as it is, and what is borne out needs no more than its line.
const SIGNED = ['contradicted', 'unsupported', 'partially-supported'] as const;

/**
 * The look of a report's page. Every verdict has its sign, its name and its own kind of line, so that
 * nothing hangs on colour; text keeps a contrast of 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3).
 */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1d21; --soft: #565b64; --line: #d9dce1; --wash: #f5f6f8; --point: #ffe58a;
  --contradicted: #b3261e; --unsupported: #8a5300; --partially-supported: #6b5a00; --supported: #1c6b3a; --not-checked: #565b64;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --ink: #e9ebee; --soft: #a7adb8; --line: #3a3f48; --wash: #1f2228; --point: #6a5200;
    --contradicted: #ff9a90; --unsupported: #ffb95c; --partially-supported: #e6cf5a; --supported: #86d6a2; --not-checked: #a7adb8;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2.75rem 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0; }
p { margin: .5rem 0; }
a { color: inherit; text-underline-offset: .18em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .15rem .75rem; white-space: nowrap; }
.counts .none { color: var(--soft); border-style: dashed; }
.sign { display: inline-block; min-width: 1.1em; font-weight: 700; text-align: center; }
.contradicted { --verdict: var(--contradicted); --kind: wavy; }
.unsupported { --verdict: var(--unsupported); --kind: double; }
.partially-supported { --verdict: var(--partially-supported); --kind: dashed; }
.supported { --verdict: var(--supported); --kind: solid; }
.not-checked { --verdict: var(--not-checked); --kind: dotted; }
.name, .sign { color: var(--verdict, inherit); }
.claim { border: 1px solid var(--line); border-left: .35rem solid var(--verdict); border-radius: .4rem; padding: .9rem 1.1rem; margin: 1rem 0; break-inside: avoid; }
.claim:target, .draft a:target { outline: 2px solid var(--verdict); outline-offset: 2px; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .75rem; }
.head h3 { flex: 1 1 auto; }
.head a, .place, .note { color: var(--soft); font-size: .875rem; font-weight: 400; }
.said { font-size: 1.06rem; margin: .5rem 0 .6rem; }
.why { margin: 0; padding: 0; list-style: none; }
.why > li { margin: .35rem 0; }
.values { display: grid; grid-template-columns: max-content 1fr; gap: .05rem .75rem; margin: 0; }
.values dt { color: var(--soft); }
.values dd { margin: 0; font-weight: 600; }
.from { margin: .8rem 0 0; padding: .1rem 0 .1rem .9rem; border-left: 2px solid var(--line); }
.from q { quotes: "“" "”"; }
.decision { margin: .8rem 0 0; padding: .4rem .7rem; background: var(--wash); border-radius: .3rem; }
mark { background: var(--point); color: inherit; border-bottom: 2px solid currentColor; padding: 0 .1em; }
.draft { white-space: pre-wrap; background: var(--wash); border: 1px solid var(--line); border-radius: .4rem; padding: 1.1rem 1.25rem; }
.draft a, .line { text-decoration: underline var(--kind) var(--verdict) 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; }
.draft a[id]::before { color: var(--verdict); font-weight: 700; font-size: .85em; padding-right: .15em; }
${SIGNED.map((verdict) => `.draft a[id].${verdict}::before { content: "${MARKS[verdict]}" / ""; }`).join('\n')}
.brief { list-style: none; margin: 0; padding: 0; }
.brief > li { padding: .6rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.brief p { margin: .1rem 0; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #fff; --point: #eee;
    --contradicted: #000; --unsupported: #000; --partially-supported: #000; --supported: #000; --not-checked: #444;
    font-size: 10.5pt;
  }
  main { max-width: none; padding: 0; }
  h2, .head { break-after: avoid; }
  .from a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; }
}
`;
