/** The size of a file as everybody is told it, who adds it as who opens it: whole thousands of bytes, one at least. */
export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000));
