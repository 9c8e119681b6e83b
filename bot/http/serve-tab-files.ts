import { createHash } from 'node:crypto';
import { publicStyleDigest } from './public-style.ts';
import type { Server } from 'restify';
import { z } from 'zod';
import { buildMark } from '../../contract/build.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import { partsOfViewer, viewerAddress } from '../../contract/viewer-page.ts';
import { sendBytes, sendFile } from './send-file.ts';
import type { TabFiles } from './tab-files.ts';

/**
 * The content security policy, by which the page may use its own scripts, styles and fonts, its own server, and nothing
 * else. teams-js asks for a newer list of Microsoft's origins than it has in it; it is not let, and falls back to the
 * list that it brings along.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent adds its rules through an empty style element, whose digest this is: no style in the page itself is let in.
  // The public pages' own style is let in too: a page of guidance is shown before it is live.
  `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' ${publicStyleDigest}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // The frame that shows files: it stands on an origin of its own all the same.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Where the page is handed out. */
interface TabSetting {
  readonly development: boolean;
  /** The origins that may frame it. */
  readonly framedBy: readonly string[];
}

/**
 * The policy of the page and of each of its files. In development the page that stands in for Teams comes from the same
 * server.
 */
export const tabPolicy = ({ development, framedBy }: TabSetting): string =>
  `${policy}; frame-ancestors ${[...(development ? ["'self'"] : []), ...framedBy].join(' ')}`;

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of the frame that shows files: its own script and style by their digests, and nothing else from anywhere,
 * not from its own server either. It stands on an origin of its own, whoever opens it. Without a frame nothing is let in.
 */
export function viewerPolicy(viewer: string, setting: TabSetting): string {
  const parts = partsOfViewer(viewer);
  return [
    "default-src 'none'",
    `script-src ${parts ? sourceOf(parts.script) : "'none'"}`,
    `style-src ${parts ? sourceOf(parts.style) : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'sandbox allow-scripts',
    `frame-ancestors ${["'self'", ...setting.framedBy].join(' ')}`,
  ].join('; ');
}

const notBuilt = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Candour</title></head>
<body><main><h1>The tab is not built</h1><p>Run "npm run build", then start again.</p></main></body></html>`;

const paramsSchema = z.object({ file: z.string() });
/**
 * The page under `/tab/`, from memory alone: a path is looked up among the names of its files, so none leads elsewhere.
 * In development the page is told that its host is a stand-in.
 */
export function serveTabFiles(server: Server, files: TabFiles | undefined, setting: TabSetting): void {
  const { name, content } = developmentHostMeta;
  const meta = setting.development ? `<meta name="${name}" content="${content}" />` : '';
  const all = { 'Content-Security-Policy': tabPolicy(setting) };
  const index = Buffer.from(files?.index.replace('<head>', `<head>${meta}`) ?? notBuilt);
  server.get('/tab', async (_request, response) => {
    sendBytes(response, files ? 200 : 503, 'text/html; charset=utf-8', index, { ...all, 'Cache-Control': 'no-store' });
  });
  const { viewer } = files ?? {};
  if (viewer !== undefined) {
    const bytes = Buffer.from(viewer);
    const headers = {
      'Content-Security-Policy': viewerPolicy(viewer, setting),
      'Cache-Control': 'no-store',
      // A name in a file is asked for nowhere, not to find out its address either.
      'X-DNS-Prefetch-Control': 'off',
    };
    server.get(viewerAddress, async (_request, response) => {
      sendBytes(response, 200, 'text/html; charset=utf-8', bytes, headers);
    });
  }
  server.get('/tab/assets/:file', async (request, response) => {
    const file = files?.assets.get(paramsSchema.parse(request.params).file);
    if (file === undefined) {
      // A page that asks for a file of a build long gone learns from this answer that it is outdated.
      if (files) response.header(buildMark.header, files.build);
      response.send(404, { code: 'notAnswered' });
      return;
    }
    sendFile(request, response, file, { ...all, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
}
