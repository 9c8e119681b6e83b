import type { Claim } from '../../concerns/ports/desk.ts';
import type { KeptFile } from '../../concerns/records/kept-file.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';

/** The way of sealed files to the server, part by part, before what names them is handed in. Each throws StoreError. */
export interface FileWire {
  /** The parts that stand. */
  parts(claim: Claim, file: KeptFile): Promise<{ readonly parts: readonly number[] }>;
  /** Sends a part; `differs` and `full` keep nothing. */
  part(claim: Claim, file: KeptFile, part: number, bytes: Uint8Array): Promise<'kept' | 'differs' | 'full'>;
  /** `named`: a report or message names it, and it stays. */
  drop(claim: Claim, id: string): Promise<'dropped' | 'named'>;
}

/** Where files go once they are added: over which wire, and sealed to whose public lines. */
export interface FileGoal {
  readonly wire: FileWire;
  readonly lines: (to: HandledBy) => readonly string[];
}
