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
  noManifest: 'The file is not a manifest of the page, or was changed so that it cannot be read.',
  noSigner: 'A signer is a line that begins "candour-signer1", or a file that holds one. This is neither.',
  noAddress: 'The address is not that of a server: write it as https://candour.example, with nothing after it.',
  plainAddress: 'Use https, unless the server is on this machine: with http anyone in between could answer.',
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
