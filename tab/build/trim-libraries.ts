import type { Plugin } from 'vite';

const jsonSchemaModules = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/u;
const memoizerModule = /\/zod\/v4\/core\/memoizer\.js$/u;
const localeModule = /\/zod\/v4\/locales\/en\.js$/u;
const jsonSchemaUse = /\btoJSONSchema\b/u;

/** Leaves JSON Schema out of zod, which a page never writes. Fails a build whose page uses it. */
export const trimZod = (): Plugin => ({
  name: 'candour-lean-schemas',
  enforce: 'pre',
  async load(id) {
    if (localeModule.test(id)) return 'export default () => ({});';
    if (!jsonSchemaModules.test(id) && !memoizerModule.test(id)) return undefined;
    const loadedModule: unknown = await import(id);
    const names = typeof loadedModule === 'object' && loadedModule !== null ? Object.keys(loadedModule) : [];
    return `const none = () => undefined;\n${names.map((name) => `export const ${name} = none;`).join('\n')}\n`;
  },
  transform(code, id) {
    if (!id.startsWith('\0') && !id.includes('/node_modules/') && jsonSchemaUse.test(code))
      this.error(`${id} describes a schema, which is left out of the pages`);
  },
});

const ageRecipientsModule = /\/age-encryption\/dist\/recipients\.js$/u;
const nistCurvesModule = '@noble/curves/nist.js';
const hybridKemModule = '@noble/post-quantum/hybrid.js';
const curvesStubId = '\0candour-lean-curves';
const hybridKemFile = /\/@noble\/post-quantum\/hybrid\.js$/u;
const hybridKemStubPrefix = '\0candour-lean-hybrids:';

/**
 * Leaves out P-256, on which age plug-ins seal to hardware. The page seals only to `age1pq1…` recipients, as
 * `assertRecipient` checks first.
 */
export const trimAge = (): Plugin => ({
  name: 'candour-lean-seals',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined) return undefined;
    if (source === nistCurvesModule && (ageRecipientsModule.test(importer) || hybridKemFile.test(importer)))
      return curvesStubId;
    if (source !== hybridKemModule || !ageRecipientsModule.test(importer)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${hybridKemStubPrefix}${found.id}`;
  },
  load(id) {
    if (id === curvesStubId) return 'export const p256 = undefined;\nexport const p384 = undefined;';
    if (!id.startsWith(hybridKemStubPrefix)) return undefined;
    const real = JSON.stringify(id.slice(hybridKemStubPrefix.length));
    return `export { MLKEM768X25519 } from ${real};\nexport const MLKEM768P256 = undefined;`;
  },
  transform(code, id) {
    if (!hybridKemFile.test(id)) return undefined;
    // Each has a line of its own, uses that curve as the module loads, and is unused here.
    const remainingCode = code
      .replace(/^export const QSF_ml_kem\d+_p\d+ = QSF\(.*\);$/gmu, '')
      .replace(/^export const QSFMLKEM.*;$/gmu, '');
    if (/^(?!export const ml_kem\d+_p\d+ = \/\* @__PURE__ \*\/|import).*\bp(?:256|384)\b(?!'|\()/mu.test(remainingCode))
      this.error('the library for post-quantum keys uses the curve P-256 otherwise');
    return { code: remainingCode, map: null };
  },
});

const rtlModule = 'rtl-css-js/core';
const rtlStubId = '\0candour-lean-flips';
const tokensFile = /\/@fluentui\/tokens\/lib\/tokens\.js$/u;

function trimTokens(module: unknown): string | undefined {
  const tokensExport = typeof module === 'object' && module !== null && 'tokens' in module ? module.tokens : undefined;
  const tokens =
    typeof tokensExport === 'object' && tokensExport !== null ? Object.entries<unknown>({ ...tokensExport }) : [];
  const others = tokens.filter(([name, value]) => value !== `var(--${name})`);
  if (tokens.length === 0 || others.length > tokens.length / 10) return undefined;
  const remainingTokens = JSON.stringify(Object.fromEntries(others));
  return `export const tokens = new Proxy(${remainingTokens}, { get: (kept, name) => kept[name] ?? \`var(--\${name})\` });`;
}

/**
 * Leaves out of Fluent styles for right-to-left writing and five hundred names of tokens. Fails a build in which their
 * list has changed.
 */
export const trimFluent = (): Plugin => ({
  name: 'candour-lean-styles',
  enforce: 'pre',
  resolveId: (source) => (source === rtlModule ? rtlStubId : undefined),
  async load(id) {
    if (id === rtlStubId)
      return `export const convert = (style) => style;
export const convertProperty = (key, value) => ({ key, value });`;
    if (!tokensFile.test(id)) return undefined;
    return trimTokens(await import(id)) ?? this.error('the tokens of Fluent are no list of variables any more');
  },
});

const debugLogModule = /\/debug@[^/]+\/node_modules\/debug\/src\/browser\.js$/u;
const debugLogStubId = '\0candour-quiet-teams';

/** Leaves out the log of @microsoft/teams-js: a key in the browser's storage makes it write messages to the console. */
export const trimTeamsLog = (): Plugin => ({
  name: 'candour-quiet-teams',
  enforce: 'pre',
  resolveId: (source) => (debugLogModule.test(source) ? debugLogStubId : undefined),
  load: (moduleId) =>
    moduleId === debugLogStubId
      ? `const log = () => undefined;
log.extend = () => log;
const debug = () => log;
debug.formatArgs = log;
export const b = { debug };`
      : undefined,
});
