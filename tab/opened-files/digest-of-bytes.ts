import { base64urlnopad } from '@scure/base';

export const digestOfBytes = async (bytes: Uint8Array): Promise<string> =>
  base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
