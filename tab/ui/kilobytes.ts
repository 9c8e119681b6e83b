export const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1_000));
