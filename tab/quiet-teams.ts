import type { Plugin } from 'vite';

const itsLog = /\/debug@[^/]+\/node_modules\/debug\/src\/browser\.js$/u;
const id = '\0candour-quiet-teams';

/**
 * Leaves out the log of @microsoft/teams-js: a key in the browser's storage makes it write the messages between page
 * and Teams to the console, and everyone would load it.
 */
export const quietTeams = (): Plugin => ({
  name: 'candour-quiet-teams',
  enforce: 'pre',
  resolveId: (source) => (itsLog.test(source) ? id : undefined),
  load: (asked) =>
    asked === id
      ? `const log = () => undefined;
log.extend = () => log;
const debug = () => log;
debug.formatArgs = log;
export const b = { debug };`
      : undefined,
});
