import type { KeptFile } from '../records/kept-file.ts';
import type { SealedFile } from '../records/sealed-file.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { Claim } from './desk.ts';

/** The files that somebody adds to what they write: where a page holds them. A conversation without a page has none. */
export interface AddedFiles {
  /** As the seal names them, in their order; none where nothing was added. */
  readonly named: () => readonly SealedFile[];
  /**
   * Has every file stand at the desk under this claim, sealed to those who handle it, and returns them as they stand
   * beside the seal. What stands there already is not sent again. Throws StoreError: then nothing is said to be sent.
   */
  sent(claim: Claim, to: HandledBy): Promise<readonly KeptFile[]>;
  /** Told where the desk lacked some of a file that was said to be sent: it is to be looked at anew. */
  readonly onMissing: () => void;
}
