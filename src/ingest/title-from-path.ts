/** The file's name made a title: without folder and extension, `_` and `-` as spaces. Never empty. */
export function titleFromPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name.replace(/(?<=.)\.[^.]*$/u, '');
  const spaced = stem.replace(/[_\-\s]+/g, ' ').trim();
  return spaced === '' ? name : spaced;
}
