// U+202A–202E and U+2066–2069 change the direction of what follows; a title with one of them can show
// itself reversed, or carry the change into the page's own words beside it.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
// Overrides force single letters backwards. No honest article needs them; the other controls do occur
// in right-to-left writing, where they end with their paragraph, which is isolated.
const DIRECTION_OVERRIDES = /[\u202D\u202E]/g;

/** One line of foreign words (a title, a name, a path) without controls of direction. */
export function plainLine(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '');
}

/** Running foreign text without the overrides that could show it other than it reads. */
export function plainProse(text: string): string {
  return text.replace(DIRECTION_OVERRIDES, '');
}
