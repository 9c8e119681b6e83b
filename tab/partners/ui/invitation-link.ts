/** `inQuery`: a server on the way has seen it. */
export type InvitationLink =
  | { readonly kind: 'nothing' | 'broken' | 'inQuery' }
  | { readonly kind: 'invited'; readonly token: string };

const tokenPattern = /^[0-9a-f]{32}\.[\w-]{43}$/u;
const embeddedTokenPattern = /[0-9a-f]{32}\.[\w-]{43}/u;

/**
 * Takes the invitation, and all else behind the `#`, out of the address at once: nothing is left to be read over a
 * shoulder, bookmarked or gone back to.
 */
export function takeInvitationLink(
  { hash, search, pathname }: Pick<Location, 'hash' | 'search' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
): InvitationLink {
  if (hash !== '' || search !== '') history.replaceState(undefined, '', pathname);
  if (embeddedTokenPattern.test(decodeSafely(search))) return { kind: 'inQuery' };
  const text = decodeSafely(hash.slice(1)).trim();
  if (tokenPattern.test(text)) return { kind: 'invited', token: text };
  return { kind: text === '' ? 'nothing' : 'broken' };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
