import type { Plugin } from 'vite';

const describers = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/u;
/** Finds data that leads back to itself, as no answer of a server and no text does. The library does without. */
const loops = /\/zod\/v4\/core\/memoizer\.js$/u;
/** The names of its errors, in English: a page says what is wrong in words of its own. */
const namers = /\/zod\/v4\/locales\/en\.js$/u;
const describing = /\btoJSONSchema\b/u;

/**
 * Leaves out of the library for schemas what describes them to others, as JSON Schema: a page reads by its schemas and
 * tells nobody of them. Fails a build in which a page asks for it.
 */
export const leanSchemas = (): Plugin => ({
  name: 'candour-lean-schemas',
  enforce: 'pre',
  async load(id) {
    if (namers.test(id)) return 'export default () => ({});';
    if (!describers.test(id) && !loops.test(id)) return undefined;
    const held: unknown = await import(id);
    const names = typeof held === 'object' && held !== null ? Object.keys(held) : [];
    return `const none = () => undefined;\n${names.map((name) => `export const ${name} = none;`).join('\n')}\n`;
  },
  transform(code, id) {
    if (!id.startsWith('\0') && !id.includes('/node_modules/') && describing.test(code))
      this.error(`${id} describes a schema, which is left out of the pages`);
  },
});
