import type { Plugin } from 'vite';
import { ceremonyMeta } from '../contract/build.ts';

/** Without a signer the page checks no list. */
export const nameCeremony = (signer: string | undefined): Plugin => ({
  name: 'candour-ceremony',
  transformIndexHtml: () =>
    signer === undefined ? [] : [{ tag: 'meta', attrs: { name: ceremonyMeta, content: signer }, injectTo: 'head' }],
});
