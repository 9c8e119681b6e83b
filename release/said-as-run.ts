import type { Plugin } from 'vite';
import { commands } from './commands.ts';

/** An archive brings no Node. */
const bringsNode = ' (on Linux x64 "npm ci" brings it)';

/** Names commands as they are typed in the artefact, which has no npm. */
export const saidAsRun = (text: string): string =>
  text
    .replace(bringsNode, '')
    .replaceAll(/npm run ([a-z-]+)( --)?(?![\w-])/gu, (said, name: string) =>
      !Object.hasOwn(commands, name) ? said : `node candour.mjs ${name}`,
    );

export const sayAsRun = (): Plugin => ({
  name: 'candour-said-as-run',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/node_modules/')) return undefined;
    const said = saidAsRun(code);
    return said === code ? undefined : { code: said, map: null };
  },
});
