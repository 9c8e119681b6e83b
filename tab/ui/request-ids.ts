/** 32 hexadecimal digits. Sent again under the same id, an act is done once. */
export const newRequestId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export interface RequestIds {
  of(intent: string): string;
  done(): void;
}

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
