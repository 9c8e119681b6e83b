import { join } from 'node:path';

/** The first folder of the artefact, whose code stands in a folder of it. */
const first = join(import.meta.dirname, '..', '..');

/** Where the compiled code of the server stands, beside the code. */
export const compiledFolder: string = join(first, 'compiled');
