/** The letters of some bytes, each as it is: for the names inside files, which are of ASCII. */
export const lettersAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** A view of bytes that reads numbers at a place of theirs. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether bytes stand at a place of others. */
export const standsAt = (bytes: Uint8Array, from: number, sought: readonly number[]): boolean =>
  sought.every((byte, index) => bytes[from + index] === byte);
