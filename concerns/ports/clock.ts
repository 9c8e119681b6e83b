/** The time now. Passed in, so that a test can say what day it is. */
export type Clock = () => Date;
/** Random bytes for codes, keys and names. */
export type Random = (bytes: number) => Uint8Array;
