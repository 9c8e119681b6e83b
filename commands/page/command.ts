import type { BuildFolders } from '../../contract/build.ts';
import type { Terminal } from '../keys/passphrase.ts';

/** Everything that a command about the page works with. */
export interface PageContext extends Terminal {
  /** Shows a line to the one who runs it. */
  readonly say: (line: string) => void;
  /** Where the tab was built. */
  readonly folders: BuildFolders;
  /** Where the partners' page was built. */
  readonly partnersFolders: BuildFolders;
  /** How long a server has for each answer, in milliseconds. */
  readonly deadlineMs: number;
}

/** One command: what follows its name, to an exit code. Throws PageError, KeysError, SealError or of the file system. */
export type PageCommand = (args: readonly string[], context: PageContext) => Promise<number>;
