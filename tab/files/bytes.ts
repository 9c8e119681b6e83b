export const lettersAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const standsAt = (bytes: Uint8Array, from: number, sought: readonly number[]): boolean =>
  sought.every((byte, index) => bytes[from + index] === byte);
