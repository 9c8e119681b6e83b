import type { Server } from 'restify';
import type { BuildFolders } from '../../contract/build.ts';
import { servePartnerFiles } from '../http/serve-partner-files.ts';
import { partnersFolders, readTabFiles } from '../http/tab-files.ts';

export interface PartnersDependencies {
  /** Where the page stands; where `npm run build` puts it where they are missing. */
  readonly partnersFolders?: BuildFolders;
}

/** The partners' page and its API. */
export interface Partners {
  /** Whether there is a page to hand out. */
  readonly isBuilt: boolean;
  /** Adds both to a server. */
  readonly serve: (server: Server) => void;
}

/** Puts together what partners of the force ask for. */
export function createPartners(deps: PartnersDependencies): Partners {
  const files = readTabFiles(deps.partnersFolders ?? partnersFolders);
  return {
    isBuilt: files !== undefined,
    serve: (server) => servePartnerFiles(server, files),
  };
}
