/** 32 hexadecimal digits. The server carries out one id once, however often it comes. */
export const newRequestId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export interface RequestIds {
  getId(intent: string): string;
  clear(): void;
}

export function createRequestIds(generate: () => string): RequestIds {
  let current: { readonly intent: string; readonly request: string } | undefined;
  return {
    getId(intent) {
      if (current?.intent !== intent) current = { intent, request: generate() };
      return current.request;
    },
    clear() {
      current = undefined;
    },
  };
}
