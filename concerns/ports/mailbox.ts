export interface Mailbox {
  /** `undefined` if it is not sealed to this mailbox, or damaged. */
  open(sealed: string, seed: Uint8Array): Promise<string | undefined>;
}
