import type { Plugin } from 'vite';

const flips = 'rtl-css-js/core';
const flipsId = '\0candour-lean-flips';
const tokensFile = /\/@fluentui\/tokens\/lib\/tokens\.js$/u;

/**
 * Writes Fluent's list of tokens in few words: nearly every one is the variable of CSS that is called as it is, and the
 * others stay. `undefined` where the module holds no such list.
 */
function leanTokens(module: unknown): string | undefined {
  const held = typeof module === 'object' && module !== null && 'tokens' in module ? module.tokens : undefined;
  const tokens = typeof held === 'object' && held !== null ? Object.entries<unknown>({ ...held }) : [];
  const others = tokens.filter(([name, value]) => value !== `var(--${name})`);
  if (tokens.length === 0 || others.length > tokens.length / 10) return undefined;
  const kept = JSON.stringify(Object.fromEntries(others));
  return `export const tokens = new Proxy(${kept}, { get: (kept, name) => kept[name] ?? \`var(--\${name})\` });`;
}

/**
 * Leaves out of Fluent what everybody would load: styles turned round for writing from right to left, which neither
 * language is, and five hundred names of tokens, each beside itself. Fails a build in which their list is another.
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
