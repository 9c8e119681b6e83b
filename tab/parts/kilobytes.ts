/** Whole thousands of bytes, one at least, the same for those who add and those who open. */
export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000));
