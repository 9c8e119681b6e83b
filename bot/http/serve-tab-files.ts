import { createHash } from 'node:crypto';
import { publicStyleDigest } from './public-style.ts';
import type { Server } from 'restify';
import { z } from 'zod';
import { buildMark } from '../../contract/build.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import { partsOfViewer, viewerAddress } from '../../contract/viewer-page.ts';
import { sendBytes, sendFile } from './send-file.ts';
import type { TabFiles } from './tab-files.ts';

/** teams-js asks for a newer list of Microsoft's origins; refused, it uses its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The digest is that of Fluent's empty style element. The public pages' style is for previews of guidance.
  `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' ${publicStyleDigest}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // The frame that shows files, on an origin of its own.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

interface TabSetting {
  readonly development: boolean;
  readonly framedBy: readonly string[];
}

/** In development the stand-in for Teams is on the same server. */
export const tabPolicy = ({ development, framedBy }: TabSetting): string =>
  `${policy}; frame-ancestors ${[...(development ? ["'self'"] : []), ...framedBy].join(' ')}`;

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The frame that shows files has an origin of its own, its script and style, and nothing from anywhere, our server
 * included.
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
/** From memory: names are looked up, so that no path leads elsewhere. */
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
      // A name in a file must not be looked up in DNS.
      'X-DNS-Prefetch-Control': 'off',
    };
    server.get(viewerAddress, async (_request, response) => {
      sendBytes(response, 200, 'text/html; charset=utf-8', bytes, headers);
    });
  }
  server.get('/tab/assets/:file', async (request, response) => {
    const file = files?.assets.get(paramsSchema.parse(request.params).file);
    if (file === undefined) {
      // Tells an outdated page that there is a newer build.
      if (files) response.header(buildMark.header, files.build);
      response.send(404, { code: 'notAnswered' });
      return;
    }
    sendFile(request, response, file, { ...all, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
}
