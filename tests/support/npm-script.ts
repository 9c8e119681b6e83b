import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const here = resolve(import.meta.dirname, '../..');

/**
 * What follows `node` in a script of package.json, with whole paths of this tree or of another: a program as `npm run`
 * starts it, wherever it is started. Throws if the script starts anything but one program of node.
 */
export function nodeArguments(script: string, root: string = here): readonly string[] {
  const [node, ...words] = script.split(' ');
  if (node !== 'node' || words.includes('&&')) throw new Error(`expected "node …", got "${script}"`);
  return words.map((word) => (/^[^-].*\.m?[jt]s$/u.test(word) ? join(root, word) : word));
}

const scriptsSchema = z.object({ scripts: z.object({ serve: z.string() }) });

/** What follows `node` in the `npm run serve` of a tree, as above. Throws also where package.json has no such script. */
export const serveArguments = (root: string): readonly string[] =>
  nodeArguments(scriptsSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts.serve, root);
