import type { Server } from 'restify';
import { z } from 'zod';
import { buildMark } from '../../contract/build.ts';
import { sendBytes, sendFile } from './send-file.ts';
import type { TabFiles } from './tab-files.ts';

/** The partners' page may use its own scripts, styles and server; no other page frames it, no form posts. */
export const partnerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // Files are cleaned in the page's own workers.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Its own passkeys, and copying. */
const permissions = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'clipboard-write=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'display-capture'].map(
    (name) => `${name}=()`,
  ),
  ...['accelerometer', 'gyroscope', 'magnetometer', 'midi', 'browsing-topics'].map((name) => `${name}=()`),
].join(', ');

const headers = {
  'Content-Security-Policy': partnerPolicy,
  'Permissions-Policy': permissions,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** As long as a session. */
const kept = `private, max-age=${8 * 3_600}`;

const notBuilt = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Candour</title></head>
<body><main><h1>The page is not built</h1><p>Run "npm run build", then start again.</p></main></body></html>`;

const paramsSchema = z.object({ file: z.string() });

/** The page under `/partners/`, from memory. An invitation is behind the `#`, so no address says anything. */
export function servePartnerFiles(server: Server, files: TabFiles | undefined): void {
  const index = Buffer.from(files?.index ?? notBuilt);
  const page = { ...headers, 'Cache-Control': 'no-store' };
  server.get('/partners', async (_request, response) => {
    sendBytes(response, files ? 200 : 503, 'text/html; charset=utf-8', index, page);
  });
  server.get('/partners/assets/:file', async (request, response) => {
    const file = files?.assets.get(paramsSchema.parse(request.params).file);
    if (file === undefined) {
      if (files) response.header(buildMark.header, files.build);
      response.send(404, { code: 'notAnswered' });
      return;
    }
    sendFile(request, response, file, { ...headers, 'Cache-Control': kept });
  });
}
