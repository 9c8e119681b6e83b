/** `inQuery`: a server on the way has seen it. */
export type Arrived =
  | { readonly kind: 'nothing' | 'broken' | 'inQuery' }
  | { readonly kind: 'invited'; readonly token: string };

const tokenPattern = /^[0-9a-f]{32}\.[\w-]{43}$/u;
const anywhere = /[0-9a-f]{32}\.[\w-]{43}/u;

/**
 * Takes the invitation, and all else behind the `#`, out of the address at once: nothing is left to be read over a
 * shoulder, bookmarked or gone back to.
 */
export function arrivedWith(
  { hash, search, pathname }: Pick<Location, 'hash' | 'search' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
): Arrived {
  if (hash !== '' || search !== '') history.replaceState(undefined, '', pathname);
  if (anywhere.test(decoded(search))) return { kind: 'inQuery' };
  const text = decoded(hash.slice(1)).trim();
  if (tokenPattern.test(text)) return { kind: 'invited', token: text };
  return { kind: text === '' ? 'nothing' : 'broken' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
