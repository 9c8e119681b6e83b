import type { Plugin } from 'vite';

const describers = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/u;
const loops = /\/zod\/v4\/core\/memoizer\.js$/u;
const namers = /\/zod\/v4\/locales\/en\.js$/u;
const describing = /\btoJSONSchema\b/u;

/** Leaves JSON Schema out of zod, which a page never writes. Fails a build whose page uses it. */
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
