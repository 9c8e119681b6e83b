import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { tabCsp, viewerCsp } from '../../../bot/http/built-files-routes.ts';
import { viewerAddress, viewerFile } from '../../../contract/viewer-page.ts';
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

/** Evaluates an expression in a page; waits for a promise, and hands on the value as JSON carries it. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** Cleans a file in an open page as the tab does. */
export async function cleanInPage(evaluate: Evaluate, bytes: Uint8Array, name = 'a file'): Promise<CleanedInBrowser> {
  const given = { text: Buffer.from(bytes).toString('base64'), name };
  const cleaned = await evaluate(`(async ({ text, name }) => {
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
}

interface FilesServer {
  readonly address: string;
  /** The addresses that a page asked it for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Builds the page as the tab is built, and hands it out under the tab's own policies. */
export async function startFilesServer(): Promise<FilesServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'candour-files-'));
  const root = join(import.meta.dirname, '../../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(import.meta.dirname, 'page/vite.config.ts');
  const asking = [vite, 'build', '--config', config, '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  await promisify(execFile)(process.execPath, asking, { env: { ...process.env, NODE_ENV: 'production' } });
  const asked: string[] = [];
  const setting = { development: false, framedBy: [] };
  const policy = tabCsp(setting);
  const viewerPolicy = viewerCsp(readFileSync(join(outDir, viewerFile), 'utf8'), setting);
  const pages: ReadonlyMap<string, string> = new Map([
    ['/tab/', 'index.html'],
    [viewerAddress, viewerFile],
  ]);
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const path = pages.get(url) ?? url.replace(/^\/tab\//u, '');
    try {
      const bytes = readFileSync(join(outDir, path));
      const type = types[extname(path)] ?? 'application/octet-stream';
      // In two calls: restify, where another test has loaded it, hands nothing back.
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Security-Policy': url === viewerAddress ? viewerPolicy : policy,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}/tab/`,
    asked,
    async stop() {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

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

/** Starts the server, and opens its page in Chromium. */
export async function startFilesPage(): Promise<FilesPage> {
  const server = await startFilesServer();
  const browser: Browser = await launchChromium();
  const { page, errors } = await newPage(browser, { width: 800, height: 600 });
  page.setDefaultTimeout(testTimeoutMs);
  await page.goto(server.address);
  await page.waitForFunction('globalThis.candourFiles !== undefined');
  return {
    page,
    errors,
    asked: server.asked,
    clean: (bytes, name) => cleanInPage((expression) => page.evaluate(expression), bytes, name),
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}
