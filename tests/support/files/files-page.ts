import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { tabCsp } from '../../../bot/http/built-files-routes.ts';
import { launchChromium } from '../browser/chromium.ts';
import { newPage } from '../browser/loopback-page.ts';
import { testTimeoutMs } from '../timeout.ts';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

const cleanedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('copy'),
    type: z.string(),
    content: z.base64().transform((text) => Buffer.from(text, 'base64')),
    pages: z.int(),
    tells: z.array(z.looseObject({ kind: z.string() })),
    was: z.string(),
    pictures: z
      .base64()
      .transform((text) => Buffer.from(text, 'base64'))
      .optional(),
    hasDrawings: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('refused'), why: z.string() }),
  z.object({ kind: z.literal('stopped') }),
]);
export type CleanedInBrowser = z.infer<typeof cleanedSchema>;

/** A page in Chromium that cleans files as the tab does, under the tab's own policy. */
export interface FilesPage {
  readonly page: Page;
  clean(bytes: Uint8Array, name?: string): Promise<CleanedInBrowser>;
  /** Everything that the page threw or was refused. */
  readonly errors: readonly string[];
  /** The addresses that the page asked its server for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Builds the page as the tab is built, hands it out, and opens it. */
export async function startFilesPage(): Promise<FilesPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'candour-files-'));
  const root = join(import.meta.dirname, '../../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(import.meta.dirname, 'page/vite.config.ts');
  const asking = [vite, 'build', '--config', config, '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  await promisify(execFile)(process.execPath, asking, { env: { ...process.env, NODE_ENV: 'production' } });
  const asked: string[] = [];
  const policy = tabCsp({ development: false, framedBy: [] });
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const path = url === '/tab/' ? 'index.html' : url.replace(/^\/tab\//u, '');
    try {
      const bytes = readFileSync(join(outDir, path));
      const type = types[extname(path)] ?? 'application/octet-stream';
      // In two calls: restify, where another test has loaded it, hands nothing back.
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy });
      response.end(bytes);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const browser: Browser = await launchChromium();
  const { page, errors } = await newPage(browser, { width: 800, height: 600 });
  page.setDefaultTimeout(testTimeoutMs);
  await page.goto(`http://127.0.0.1:${address.port}/tab/`);
  await page.waitForFunction('globalThis.candourFiles !== undefined');
  return {
    page,
    errors,
    asked,
    async clean(bytes, name = 'a file') {
      const given = { text: Buffer.from(bytes).toString('base64'), name };
      const cleaned: unknown = await page.evaluate(`(async ({ text, name }) => {
        const base64 = (bytes) => new Promise((done) => {
          const reader = new FileReader();
          reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
          reader.readAsDataURL(new Blob([bytes]));
        });
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        const signal = new AbortController().signal;
        const cleaned = await globalThis.candourFiles.cleanFile(new File([bytes], name), { signal, onPage() {} });
        if (cleaned.kind !== 'copy') return cleaned;
        const { type, preview, pages, metadata: tells, sourceType: was } = cleaned.copy;
        const { pictures, hasDrawings } = cleaned.copy;
        const beside = { ...(pictures && { pictures: await base64(pictures.preview) }), ...(hasDrawings && { hasDrawings }) };
        return { kind: 'copy', type, content: await base64(preview), pages: pages.length, tells, was, ...beside };
      })(${JSON.stringify(given)})`);
      return cleanedSchema.parse(cleaned);
    },
    async stop() {
      await browser.close();
      await new Promise((done) => server.close(done));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
