/** The time now, passed in so that a test can set it. */
export type Clock = () => Date;
export type Monotonic = () => number;
export type Random = (bytes: number) => Uint8Array;
