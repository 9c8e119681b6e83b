import { artefactCommandNames } from './artefact-commands.ts';

/** An archive brings no Node. */
const npmCiHint = ' (on Linux x64 "npm ci" installs it)';

/** Writes files of the sources. */
const sourcesCommand = 'deploy -- write';

/** Where the guides install an archive. */
export const installedProgram = 'node /opt/candour/candour.mjs';

/** The artefact has no npm: its commands as they are typed there. Those of the sources stay as they are. */
export const rewriteCommandNames = (text: string, program = 'node candour.mjs'): string =>
  text
    .replace(npmCiHint, '')
    .replaceAll(/npm run ([a-z-]+)( --)?(?!:?[\w-])/gu, (command, name: string, _dashes, at: number) =>
      !artefactCommandNames.includes(name) || text.startsWith(sourcesCommand, at + 'npm run '.length)
        ? command
        : `${program} ${name}`,
    );
