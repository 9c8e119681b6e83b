/** Opens what was sealed to the mailbox of one report, with the seed that only its return code gives. */
export interface Mailbox {
  /** The words of a seal, `undefined` where it is not sealed to this mailbox or is damaged. */
  open(sealed: string, seed: Uint8Array): Promise<string | undefined>;
}
