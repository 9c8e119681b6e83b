/** Names one thing that somebody does: sent again under the same name, it is done once. 32 hexadecimal digits. */
export const newRequestId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
