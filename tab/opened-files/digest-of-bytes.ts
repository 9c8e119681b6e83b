import { base64urlnopad } from '@scure/base';

/** SHA-256 of bytes, in base64url, by the browser itself: a file is too long for anything slower. */
export const digestOfBytes = async (bytes: Uint8Array): Promise<string> =>
  base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
