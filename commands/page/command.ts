import type { BuildFolders } from '../../contract/build.ts';
import type { Terminal } from '../keys/passphrase.ts';

export interface PageContext extends Terminal {
  readonly say: (line: string) => void;
  readonly folders: BuildFolders;
  readonly partnersFolders: BuildFolders;
  readonly deadlineMs: number;
}

/**
 * Takes the arguments after its name, and returns an exit code. Throws PageError, KeysError, SealError and file system
 * errors.
 */
export type PageCommand = (args: readonly string[], context: PageContext) => Promise<number>;
