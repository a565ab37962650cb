const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/;

/** The language tag that holds for an element: its own `lang`, that of what it stands in, else `en`. */
export function languageOf(element: Element): string {
  const told = element.closest<HTMLElement>('[lang]')?.lang;
  if (told) return told;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : 'en';
}

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
