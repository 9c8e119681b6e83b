import type { Plugin } from 'vite';
import { ceremonyMeta } from '../contract/build.ts';

/**
 * Writes into the page who signs the list of those who are sealed to, so that it takes no other list. Nothing where
 * nobody is named: the page then checks no list.
 */
export const nameCeremony = (signer: string | undefined): Plugin => ({
  name: 'candour-ceremony',
  transformIndexHtml: () =>
    signer === undefined ? [] : [{ tag: 'meta', attrs: { name: ceremonyMeta, content: signer }, injectTo: 'head' }],
});
