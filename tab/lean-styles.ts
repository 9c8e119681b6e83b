import type { Plugin } from 'vite';

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
