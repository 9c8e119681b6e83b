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

const sealers = /\/age-encryption\/dist\/recipients\.js$/u;
const curves = '@noble/curves/nist.js';
const hybrids = '@noble/post-quantum/hybrid.js';
const curvesId = '\0candour-lean-curves';
const hybridFile = /\/@noble\/post-quantum\/hybrid\.js$/u;
const hybridsId = '\0candour-lean-hybrids:';

/**
 * Leaves out P-256, on which age plug-ins seal to hardware. The page seals only to `age1pq1…` lines; `checkRecipient`
 * holds that before the library sees one.
 */
export const leanSeals = (): Plugin => ({
  name: 'candour-lean-seals',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined) return undefined;
    if (source === curves && (sealers.test(importer) || hybridFile.test(importer))) return curvesId;
    if (source !== hybrids || !sealers.test(importer)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${hybridsId}${found.id}`;
  },
  load(id) {
    if (id === curvesId) return 'export const p256 = undefined;\nexport const p384 = undefined;';
    if (!id.startsWith(hybridsId)) return undefined;
    const real = JSON.stringify(id.slice(hybridsId.length));
    return `export { MLKEM768X25519 } from ${real};\nexport const MLKEM768P256 = undefined;`;
  },
  transform(code, id) {
    if (!hybridFile.test(id)) return undefined;
    // Each is on a line of its own, made with that curve as the module is read, and unused here.
    const kept = code
      .replace(/^export const QSF_ml_kem\d+_p\d+ = QSF\(.*\);$/gmu, '')
      .replace(/^export const QSFMLKEM.*;$/gmu, '');
    if (/^(?!export const ml_kem\d+_p\d+ = \/\* @__PURE__ \*\/|import).*\bp(?:256|384)\b(?!'|\()/mu.test(kept))
      this.error('the library for post-quantum keys uses the curve P-256 otherwise');
    return { code: kept, map: null };
  },
});

const flips = 'rtl-css-js/core';
const flipsId = '\0candour-lean-flips';
const tokensFile = /\/@fluentui\/tokens\/lib\/tokens\.js$/u;

function leanTokens(module: unknown): string | undefined {
  const held = typeof module === 'object' && module !== null && 'tokens' in module ? module.tokens : undefined;
  const tokens = typeof held === 'object' && held !== null ? Object.entries<unknown>({ ...held }) : [];
  const others = tokens.filter(([name, value]) => value !== `var(--${name})`);
  if (tokens.length === 0 || others.length > tokens.length / 10) return undefined;
  const kept = JSON.stringify(Object.fromEntries(others));
  return `export const tokens = new Proxy(${kept}, { get: (kept, name) => kept[name] ?? \`var(--\${name})\` });`;
}

/**
 * Leaves out of Fluent what everyone would load: styles for right-to-left writing, which neither language uses, and
 * five hundred names of tokens. Fails a build in which their list has changed.
 */
export const leanStyles = (): Plugin => ({
  name: 'candour-lean-styles',
  enforce: 'pre',
  resolveId: (source) => (source === flips ? flipsId : undefined),
  async load(id) {
    if (id === flipsId)
      return `export const convert = (style) => style;
export const convertProperty = (key, value) => ({ key, value });`;
    if (!tokensFile.test(id)) return undefined;
    return leanTokens(await import(id)) ?? this.error('the tokens of Fluent are no list of variables any more');
  },
});

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
