/** `inQuery`: a server on the way has seen it. */
export type InvitationLink =
  | { readonly kind: 'nothing' | 'broken' | 'inQuery' }
  | { readonly kind: 'invited'; readonly token: string };

const tokenPattern = /^[0-9a-f]{32}\.[\w-]{43}$/u;
const embeddedTokenPattern = /[0-9a-f]{32}\.[\w-]{43}/u;

/**
 * Removes the invitation, and all else behind the `#`, at once: no one can read it over a shoulder, bookmark it or go
 * back to it.
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
