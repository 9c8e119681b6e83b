import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { resolveImport } from './planted-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

// Node loads this before anything else (`--import`), in the process of the tests and in each that they start. It puts the
// bug that the environment names in the place of a module: an import of the module gets the real exports, except those that
// the bug replaces.

/** The variable of the environment: the bug's name, and the exports that it replaces. */
const plantedSchema = z.object({ name: z.string(), replaced: z.array(z.string()) });
const { name, replaced } = plantedSchema.parse(JSON.parse(process.env.PLANTED_BUG ?? ''));
const bug = plantedBugs.find((one) => one.name === name);
if (!bug) throw new Error(`no planted bug has the name ${name}`);

const file = resolveImport(bug.module);
const key = 'candour.planted-bug';
Object.assign(globalThis, { [Symbol.for(key)]: (real: object) => bug.put(real) });

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || fileURLToPath(url) !== file || new URL(url).searchParams.has('real'))
      return next(url, context);
    // A loader may have added parameters by which it tells one instance of the module from another: they stay.
    const real = JSON.stringify(`${url}${url.includes('?') ? '&' : '?'}real`);
    const source = `export * from ${real};
import * as real from ${real};
export const { ${replaced.join(', ')} } = globalThis[Symbol.for('${key}')](real);`;
    return { format: 'module', source, shortCircuit: true };
  },
});
