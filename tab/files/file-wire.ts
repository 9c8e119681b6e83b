import type { Claim } from '../../concerns/ports/desk.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';

/**
 * The way of sealed files to the server, part by part, before what names them is handed in. Each throws StoreError.
 * `differs` and `full` keep nothing; `named`: a report or message names the file, and it stays.
 */
export interface FileWire {
  parts(claim: Claim, file: KeptFile): Promise<{ readonly parts: readonly number[] }>;
  part(claim: Claim, file: KeptFile, part: number, bytes: Uint8Array): Promise<'kept' | 'differs' | 'full'>;
  drop(claim: Claim, id: string): Promise<'dropped' | 'named'>;
}

export interface FileGoal {
  readonly wire: FileWire;
  readonly lines: (to: HandledBy) => readonly string[];
}
