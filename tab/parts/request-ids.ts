/** Names one thing that somebody does: sent again under the same name, it is done once. 32 hexadecimal digits. */
export const newRequestId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Names what somebody does, so that a repeat of it is carried out once. */
export interface RequestIds {
  /** The name of what is to be done: the same until it is done, or until it is something else. */
  of(intent: string): string;
  /** It is done: what comes next is another thing, even where it looks the same. */
  done(): void;
}

/** The names that one form gives. `draw` makes a new one; `intent` is what was typed and chosen, and stays in memory. */
export function createRequestIds(draw: () => string): RequestIds {
  let standing: { readonly intent: string; readonly request: string } | undefined;
  return {
    of(intent) {
      if (standing?.intent !== intent) standing = { intent, request: draw() };
      return standing.request;
    },
    done() {
      standing = undefined;
    },
  };
}
