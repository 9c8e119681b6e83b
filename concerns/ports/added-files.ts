import type { KeptFile } from '../records/kept-file.ts';
import type { SealedFile } from '../records/sealed-file.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { Claim } from './desk.ts';

/** The files that someone adds on a page. A conversation without a page has none. */
export interface AddedFiles {
  readonly named: () => readonly SealedFile[];
  /**
   * Has the desk keep every file under this claim, sealed to its handlers, and returns them as they are kept beside the
   * seal. A part that is kept already is not sent again. Throws StoreError: then the report must not be sent.
   */
  sent(claim: Claim, to: HandledBy): Promise<readonly KeptFile[]>;
  readonly onMissing: () => void;
}
