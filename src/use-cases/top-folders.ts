import type { Folder } from './desk.ts';

/** The top folders of these paths with how many lie in each, in order of name; files beside them are in none. */
export function topFolders(paths: readonly string[]): readonly Folder[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const border = path.indexOf('/');
    if (border > 0) counts.set(path.slice(0, border), (counts.get(path.slice(0, border)) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
