import type { Plugin } from 'vite';
import { commands } from './commands.ts';

/** How the sources say where a Node comes from that is new enough; an archive brings none. */
const bringsNode = ' (on Linux x64 "npm ci" brings it)';

/** A text that names commands of npm, as the artefact prints it: there is no npm beside it. */
export const saidAsRun = (text: string): string =>
  text
    .replace(bringsNode, '')
    .replaceAll(/npm run ([a-z-]+)( --)?(?![\w-])/gu, (said, name: string) =>
      !Object.hasOwn(commands, name) ? said : `node candour.mjs ${name}`,
    );

/** Has the programs of the artefact name its commands as they are typed there. */
export const sayAsRun = (): Plugin => ({
  name: 'candour-said-as-run',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/node_modules/')) return undefined;
    const said = saidAsRun(code);
    return said === code ? undefined : { code: said, map: null };
  },
});
