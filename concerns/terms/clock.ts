/** The time now. Passed in, so that a test can say what day it is. */
export type Clock = () => Date;
/** Milliseconds from some moment on that no setting of a clock changes. */
export type Monotonic = () => number;
/** Random bytes for codes, keys and names. */
export type Random = (bytes: number) => Uint8Array;
