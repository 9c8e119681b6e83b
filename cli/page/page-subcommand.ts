import type { BuildFolders } from '../../contract/build-metadata.ts';
import type { Terminal } from '../keys/passphrase-prompt.ts';

export interface PageCommandContext extends Terminal {
  readonly printLine: (line: string) => void;
  readonly folders: BuildFolders;
  readonly partnersFolders: BuildFolders;
  readonly deadlineMs: number;
}

export type PageSubcommand = (args: readonly string[], context: PageCommandContext) => Promise<number>;

type PageErrorCode = 'notBuilt' | 'noManifest' | 'noSigner' | 'noAddress' | 'plainAddress';

const pageErrorSentences: Readonly<Record<PageErrorCode, string>> = {
  notBuilt: 'The page is not built: run "npm run build" first.',
  noManifest: 'The file is no manifest of the page, or was changed so that it cannot be read as one.',
  noSigner: 'What was given as a signer is none. It is a line that begins "candour-signer1", or a file that holds one.',
  noAddress: 'The address is none of a server: write it as https://candour.example, with nothing behind it.',
  plainAddress: 'Only https is asked, or this machine itself: by http anybody on the way could answer.',
};

/** The code fixes the message. */
export class PageError extends Error {
  readonly code: PageErrorCode;
  constructor(code: PageErrorCode) {
    super(pageErrorSentences[code]);
    this.name = 'PageError';
    this.code = code;
  }
}
