const SIDECAR = /(.)\.citedesk\.ya?ml$/i;

/** The file that a sidecar describes, as `2026/mill.md` for `2026/mill.md.citedesk.yaml`; null for what is none. */
export function describedBy(path: string): string | null {
  const match = SIDECAR.exec(path);
  return match === null ? null : path.slice(0, match.index + 1);
}

/** Where the sidecar of a file is looked for. */
export const sidecarOf = (path: string): string => `${path}.citedesk.yaml`;
