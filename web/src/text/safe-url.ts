/**
 * The address as a link may carry it, or null: http and https only, whatever its disguise
 * (`java\nscript:` and its kin), because it comes from files that anyone may have written.
 */
export function safeUrl(address: string | null): string | null {
  if (address === null) return null;
  const url = URL.parse(address.trim());
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
