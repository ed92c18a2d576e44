/**
 * The address when it is a path, http(s) or mailto, otherwise undefined: an address that reaches the page from outside must never
 * become a script ("javascript:…").
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(url) ? url : undefined;
}
