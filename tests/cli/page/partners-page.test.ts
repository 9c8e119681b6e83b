import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { partnerCsp } from '../../../bot/http/built-files-routes.ts';
import { readBuiltFiles } from '../../../bot/http/built-files.ts';
import {
  type SignedFile,
  parseSignedPage,
  serialiseSignedPage,
  addSignature,
} from '../../../cli/page/page-manifest.ts';
import { renderViewerPage } from '../../../contract/viewer-page.ts';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import { answer, answerWith, type RequestOverride, servePage } from '../../support/cli/page-server.ts';
import { runPage } from '../../support/cli/run-page.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const at = (...names: readonly string[]) => join(folder, ...names);
const folders = { built: at('tab'), previous: at('tab-before') };
const partnersFolders = { built: at('partners'), previous: at('partners-before') };
const built = { folders, partnersFolders };

const page =
  '<!doctype html><html><head></head><body><script type="module" src="/partners/assets/p-1.js"></script></body></html>';
const script = `import "./q-2.js";${'/* words */'.repeat(300)}`;
const html = 'text/html; charset=utf-8';
const javascript = 'text/javascript; charset=utf-8';
const people = [1, 2].map((place) => identityFromSeed(new Uint8Array(32).fill(place)));
const byBoth = people.flatMap((identity) => ['--by', signerFromIdentity(identity)]);

/** A manifest of the files that are kept of what stands in the folders, signed by both. */
async function signed(name: string, keep: (file: SignedFile) => boolean = () => true): Promise<string> {
  await runPage(['manifest', '--to', at(name), '--replace'], built);
  const whole = parseSignedPage(readFileSync(at(name), 'utf8'));
  if (whole === undefined) throw new Error('no manifest');
  const manifest = { ...whole.manifest, files: whole.manifest.files.filter(keep) };
  const both = people.reduce((made, identity) => addSignature(made, identity, signerFromIdentity(identity)), {
    ...whole,
    manifest,
  });
  writeFileSync(at(name), serialiseSignedPage(both));
  return at(name);
}

/** What is said of a server that may be without partners, and in whose place somebody may answer. */
async function look({
  instead = () => false,
  handedOut = built,
  manifest = 'signed.json',
  more = [],
}: {
  readonly instead?: RequestOverride;
  readonly handedOut?: Parameters<typeof servePage>[0];
  readonly manifest?: string;
  readonly more?: readonly string[];
}) {
  const server = await servePage(handedOut, instead);
  try {
    return await runPage(['verify', server.address, '--manifest', at(manifest), ...byBoth, ...more], built);
  } finally {
    await server.stop();
  }
}

const noes = (lines: readonly string[]) => lines.filter((line) => line.startsWith('NO '));
const wanted =
  (...paths: readonly string[]) =>
  (request: IncomingMessage) =>
    paths.includes(request.url ?? '');
const isScript = wanted('/partners/assets/p-1.js');
const isOfPartners = ({ url }: IncomingMessage) => url?.startsWith('/partners') === true;
const served = () => readBuiltFiles(partnersFolders)?.index ?? '';

beforeAll(async () => {
  for (const name of ['tab', 'partners']) mkdirSync(at(name, 'assets'), { recursive: true });
  writeFileSync(at('tab', 'index.html'), page.replace('/partners/assets/p-1.js', '/tab/assets/a-1.js'));
  writeFileSync(at('tab', 'viewer.html'), renderViewerPage('work();', 'main{}'));
  writeFileSync(at('tab', 'assets', 'a-1.js'), 'export {};');
  writeFileSync(at('partners', 'index.html'), page);
  writeFileSync(at('partners', 'assets', 'p-1.js'), script);
  writeFileSync(at('partners', 'assets', 'q-2.js'), 'export {};');
  await signed('signed.json');
});

describe("the partners' page, signed", () => {
  it('is found to be what was signed, each file under its own policy, with the tab and its frame', async () => {
    const { code, said, lines } = await look({ more: ['--partners'] });
    expect([code, noes(lines)]).toEqual([0, []]);
    expect(said).toContain('is the one in the manifest: 8 files, ');
    expect(said).not.toMatch(/does not (?:cover|hand out)/u);
    const files = parseSignedPage(readFileSync(at('signed.json'), 'utf8'))?.manifest.files ?? [];
    const own = files.filter(({ policy }) => policy === partnerCsp).map(({ path }) => path);
    expect(own).toEqual(files.map(({ path }) => path).filter((path) => path.startsWith('/partners')));
    expect(own).toEqual(['/partners', '/partners/', '/partners/assets/p-1.js', '/partners/assets/q-2.js']);
  });

  it('is found to be another where any one byte of any of its files is', async () => {
    const files = new Map([
      ['/partners', { type: html, text: served() }],
      ['/partners/', { type: html, text: served() }],
      ['/partners/assets/p-1.js', { type: javascript, text: script }],
      ['/partners/assets/q-2.js', { type: javascript, text: 'export {};' }],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async ([path, { type, text }], place, bits, packed) => {
          const bytes = Buffer.from(text);
          bytes.writeUInt8(bytes.readUInt8(place % bytes.length) ^ bits, place % bytes.length);
          const changed = await look({
            instead: (request, response) =>
              wanted(path)(request) &&
              (!packed || String(request.headers['accept-encoding']).includes('gzip')) &&
              answerWith(response, partnerCsp, type, bytes, packed),
          });
          expect(changed.code).toBe(3);
          expect(noes(changed.lines)).toContainEqual(`NO  ${path}  CHANGED: it is not what was signed.`);
          expect(noes(changed.lines).filter((line) => /CHANGED/u.test(line))).toHaveLength(1);
        },
      ),
      { numRuns: 15 },
    );
  });

  const evil = (more: string) => Buffer.from(served().replace('</body>', `${more}</body>`));
  it.each<[string, RequestOverride, string]>([
    [
      'has one more script in the page',
      (request, response) =>
        wanted('/partners/')(request) &&
        answerWith(response, partnerCsp, html, evil('<script src="/partners/assets/evil-9.js"></script>')),
      '/partners/assets/evil-9.js  MORE',
    ],
    [
      'has one more script for whoever follows a link alone',
      (request, response) =>
        wanted('/partners')(request) &&
        request.headers['sec-fetch-dest'] === 'document' &&
        answerWith(response, partnerCsp, html, evil('<script>send()</script>')),
      '/partners  CHANGED',
    ],
    [
      'has a script that loads one more',
      (request, response) =>
        isScript(request) &&
        answerWith(response, partnerCsp, javascript, Buffer.from('import "./evil-9.js";'.padEnd(99))),
      '/partners/assets/evil-9.js  MORE',
    ],
    [
      'hands out the page of the tab in its place',
      (request) => {
        if (wanted('/partners/')(request)) request.url = '/tab';
        return false;
      },
      '/partners/  CHANGED',
    ],
    [
      'lets it load what the tab may',
      (request, response) =>
        wanted('/partners/')(request) && answerWith(response, "default-src 'self'", html, Buffer.from(served())),
      '/partners/  OTHER POLICY',
    ],
    [
      'does not hand out one of its files',
      (request, response) => isScript(request) && answer(response, 404, { 'content-type': 'application/json' }, '{}'),
      '/partners/assets/p-1.js  MISSING',
    ],
    [
      'does not hand out the page whose files it hands out',
      (request) => {
        if (wanted('/partners', '/partners/')(request)) request.url = '/nothing-here';
        return false;
      },
      '/partners/  MISSING',
    ],
  ])('is found to be another where a server %s', async (_, instead, found) => {
    const { code, said } = await look({ instead });
    expect(code).toBe(3);
    expect(said).toContain(`NO  ${found}`);
  });
});

describe("a server without the partners' page", () => {
  it('is said to be without it, and not to be another', async () => {
    const { code, said, lines } = await look({ handedOut: { folders } });
    expect([code, noes(lines)]).toEqual([0, []]);
    expect(said).toContain("does not hand out the partners' page (/partners/), as with PARTNERS=no");
    expect(said).toContain('4 files in the manifest could not be checked');
    expect(said).toContain('is the one in the manifest: 4 files, ');
  });

  it('does not end well for whoever knows that it has to have it', async () => {
    const { code, lines } = await look({ handedOut: { folders }, more: ['--partners'] });
    expect([code, noes(lines)]).toEqual([3, [expect.stringContaining('/partners/  NOT CHECKED')]]);
  });

  it('is still looked at for its tab', async () => {
    const { code, lines } = await look({
      handedOut: { folders },
      instead: (request, response) =>
        wanted('/tab/assets/a-1.js')(request) && answer(response, 404, { 'content-type': 'application/json' }, '{}'),
    });
    expect([code, noes(lines)]).toEqual([3, [expect.stringContaining('/tab/assets/a-1.js  MISSING')]]);
  });

  const json = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };
  it.each<[string, number, Readonly<Record<string, string>>]>([
    ['a page that says it is not there', 404, { ...json, 'content-type': html }],
    ['something that a browser takes for a page', 404, { 'content-type': 'application/json' }],
    ['something without a type', 404, { 'x-content-type-options': 'nosniff' }],
    ['an answer that leads on by itself', 404, { ...json, refresh: '0; url=https://evil.example/' }],
    ['an answer that leads elsewhere', 302, { ...json, location: 'https://evil.example/' }],
    ['an answer that it may not be seen', 403, json],
  ])('is not one that answers with %s', async (_, status, headers) => {
    const instead: RequestOverride = (request, response) =>
      isOfPartners(request) && answer(response, status, headers, page);
    const { code, said } = await look({ instead });
    expect(code).toBe(3);
    expect(said).toMatch(/^NO {2}\/partners\/ {2}(?:MISSING|LEADS ELSEWHERE)/mu);
    expect(said).not.toContain('does not hand out');
  });
});

describe('a manifest of before', () => {
  it('of the tab alone still stands for the tab, and what it does not cover is said', async () => {
    await signed('tab-alone.json', ({ path }) => path.startsWith('/tab') && path !== '/tab/viewer');
    const { code, said, lines } = await look({ manifest: 'tab-alone.json' });
    expect([code, noes(lines)]).toEqual([0, []]);
    expect(said).toContain('does not cover the frame that shows files (/tab/viewer): nobody has signed it');
    expect(said).toContain("does not cover the partners' page (/partners/): nobody has signed it");
    expect(said).toContain('is the one in the manifest: 3 files, ');
    const asked = await look({ manifest: 'tab-alone.json', more: ['--partners'] });
    expect([asked.code, noes(asked.lines)]).toEqual([3, [expect.stringContaining('/partners/  NOT CHECKED')]]);
  });

  it('that names files of the page and not the page is said not to cover it', async () => {
    await signed('files-alone.json', ({ path }) => path !== '/partners/');
    const { said } = await look({ manifest: 'files-alone.json' });
    expect(said).toContain("does not cover the partners' page");
  });
});
