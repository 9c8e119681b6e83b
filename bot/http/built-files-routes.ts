import { createHash } from 'node:crypto';
import { publicStyleDigest } from './public-layout.ts';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { buildVersionNames } from '../../contract/build-metadata.ts';
import { developmentHostMeta } from '../../contract/development-messages.ts';
import { parseViewerPage, viewerAddress } from '../../contract/viewer-page.ts';
import type { BuiltFiles } from './built-files.ts';

/** teams-js asks for a newer list of Microsoft's origins; refused, it uses its own. */
const tabCspDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent's empty style element. Previews of guidance use the public pages' style.
  `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' ${publicStyleDigest}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

interface TabCspOptions {
  readonly development: boolean;
  readonly framedBy: readonly string[];
}

/** In development the stand-in for Teams is on the same server. */
export const tabCsp = ({ development, framedBy }: TabCspOptions): string =>
  `${tabCspDirectives}; frame-ancestors ${[...(development ? ["'self'"] : []), ...framedBy].join(' ')}`;

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The frame that shows files has its own origin and loads nothing else, even from our server. */
export function viewerCsp(viewer: string, setting: TabCspOptions): string {
  const parts = parseViewerPage(viewer);
  return [
    "default-src 'none'",
    `script-src ${parts ? hashSource(parts.script) : "'none'"}`,
    `style-src ${parts ? hashSource(parts.style) : "'none'"}`,
    // A recording is played from a blob that the frame made of the bytes it was handed.
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'sandbox allow-scripts',
    `frame-ancestors ${["'self'", ...setting.framedBy].join(' ')}`,
  ].join('; ');
}

const notBuiltHtml = (
  what: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Candour</title></head>
<body><main><h1>The ${what} is not built</h1><p>Run "npm run build", then start again.</p></main></body></html>`;

/** Looks names up in memory, so that no path leads elsewhere. */
export function serveTabFiles(server: Server, files: BuiltFiles | undefined, setting: TabCspOptions): void {
  const { name, content } = developmentHostMeta;
  const meta = setting.development ? `<meta name="${name}" content="${content}" />` : '';
  const all = { 'Content-Security-Policy': tabCsp(setting) };
  const index = Buffer.from(files?.index.replace('<head>', `<head>${meta}`) ?? notBuiltHtml('tab'));
  server.get('/tab', async (_request, response) => {
    sendBytes(response, files ? 200 : 503, 'text/html; charset=utf-8', index, { ...all, 'Cache-Control': 'no-store' });
  });
  const { viewer } = files ?? {};
  if (viewer !== undefined) {
    const bytes = Buffer.from(viewer);
    const headers = {
      'Content-Security-Policy': viewerCsp(viewer, setting),
      'Cache-Control': 'no-store',
      // A name in a file must not be looked up in DNS.
      'X-DNS-Prefetch-Control': 'off',
    };
    server.get(viewerAddress, async (_request, response) => {
      sendBytes(response, 200, 'text/html; charset=utf-8', bytes, headers);
    });
  }
  serveAssets(server, '/tab', files, { ...all, 'Cache-Control': 'public, max-age=31536000, immutable' });
}

/** No other page frames it, and no form posts. */
export const partnerCsp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The closed frame plays what was recorded, at the tab's address.
  "frame-src 'self'",
  // Files are cleaned in the page's own workers.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const permissionsPolicy = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'clipboard-write=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'display-capture'].map(
    (name) => `${name}=()`,
  ),
  ...['accelerometer', 'gyroscope', 'magnetometer', 'midi', 'browsing-topics'].map((name) => `${name}=()`),
].join(', ');

const partnerHeaders = {
  'Content-Security-Policy': partnerCsp,
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** As long as a session. */
const sessionCacheControl = `private, max-age=${8 * 3_600}`;

/** An invitation is behind the `#`, so no address reveals anything. */
export function servePartnerFiles(server: Server, files: BuiltFiles | undefined): void {
  const index = Buffer.from(files?.index ?? notBuiltHtml('page'));
  const page = { ...partnerHeaders, 'Cache-Control': 'no-store' };
  server.get('/partners', async (_request, response) => {
    sendBytes(response, files ? 200 : 503, 'text/html; charset=utf-8', index, page);
  });
  serveAssets(server, '/partners', files, { ...partnerHeaders, 'Cache-Control': sessionCacheControl });
}

const paramsSchema = z.object({ file: z.string() });

function serveAssets(
  server: Server,
  address: string,
  files: BuiltFiles | undefined,
  headers: Readonly<Record<string, string>>,
): void {
  server.get(`${address}/assets/:file`, async (request, response) => {
    const file = files?.assets.get(paramsSchema.parse(request.params).file);
    if (file === undefined) {
      if (files) response.header(buildVersionNames.header, files.build);
      response.send(404, { code: 'notAnswered' });
      return;
    }
    const gzip = acceptsGzip(request) ? file.gzip() : undefined;
    const all = { ...headers, Vary: 'Accept-Encoding', ...(gzip && { 'Content-Encoding': 'gzip' }) };
    sendBytes(response, 200, file.type, gzip ?? file.bytes, all);
  });
}

const encodingsSchema = z.object({ 'accept-encoding': z.string().default('') });
function acceptsGzip(request: Request): boolean {
  const { 'accept-encoding': encodings } = encodingsSchema.parse(request.headers);
  return encodings.split(',').some((one) => one.trim().split(';')[0] === 'gzip');
}

function sendBytes(
  response: Response,
  status: number,
  type: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': `${bytes.length}`, ...headers });
  response.end(bytes);
}
