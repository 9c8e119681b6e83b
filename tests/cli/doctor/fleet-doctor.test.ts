import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { doctorCommand } from '../../../cli/doctor.ts';
import { exitCodes } from '../../../cli/doctor/findings.ts';
import type { Force, Release } from '../../../cli/fleet/fleet-file.ts';
import { type LoopbackServer, startLoopbackServer } from '../../fakes/loopback-server.ts';
import { fleetText, createForce, releases, runFleet } from '../../support/cli/example-fleet.ts';
import { answer, type RequestOverride, servePage } from '../../support/cli/page-server.ts';
import { createHostCertificate, resolveToLoopback } from '../../support/cli/public-address.ts';
import { runPage } from '../../support/cli/run-page.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const trusted = tls.getCACertificates('default');
const folder = createTemporaryFolder();
const at = (...names: readonly string[]) => join(folder, ...names);
const builtAs = (name: string) => ({ built: at(name), previous: at(name) });
const [newest, older] = releases;
/** Two releases with pages of their own, and their manifests. */
let made: readonly [Release, Release];
const servers: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  mkdirSync(at('manifests'));
  const digests: string[] = [];
  for (const name of ['newest', 'older']) {
    mkdirSync(at(name, 'assets'), { recursive: true });
    writeFileSync(at(name, 'index.html'), '<!doctype html><html><body></body></html>');
    writeFileSync(at(name, 'assets', 'a-1.js'), `export const of = '${name}';`);
    const folders = { folders: builtAs(name), partnersFolders: builtAs(name) };
    expect((await runPage(['manifest', '--to', at('manifests', `${name}.json`)], folders)).code).toBe(0);
    digests.push((await runFleet(['digest', at('manifests', `${name}.json`)])).said);
  }
  made = [
    { ...newest, page: digests[0] ?? '' },
    { ...older, page: digests[1] ?? '' },
  ];
});
afterAll(async () => {
  tls.setDefaultCACertificates(trusted);
  await Promise.all(servers.map((server) => server.stop()));
});

/** A server as Candour's looks from outside, but where `instead` answers. */
async function serve(pages: 'newest' | 'older', instead: RequestOverride = () => false): Promise<string> {
  const doors: RequestOverride = (request, response) => {
    if (instead(request, response)) return true;
    const json = { 'content-type': 'application/json' };
    if (request.url === '/readyz') return answer(response, 200, json, '{"status":"ready"}');
    return request.url?.startsWith('/api/') === true && answer(response, 401, json, '{}');
  };
  const server = await servePage({ folders: builtAs(pages), partnersFolders: builtAs(pages) }, doors);
  servers.push(server);
  return server.address;
}

const saidSchema = z.object({
  exit: z.int(),
  train: z.string(),
  versions: z.record(z.string(), z.array(z.string())),
  file: z.array(z.object({ finding: z.string() })),
  forces: z.array(
    z.object({
      name: z.string(),
      pages: z.string().optional(),
      isReady: z.boolean(),
      certificateDays: z.int().optional(),
      checks: z.array(z.object({ findings: z.array(z.object({ finding: z.string(), kind: z.string() })) })),
    }),
  ),
});

/** How a fleet with these rows is found, in a table and for a program. */
async function look(rows: readonly unknown[], more: readonly string[] = ['--manifests', at('manifests')]) {
  const [train, earlier] = made;
  const second = JSON.stringify(rows).includes('"wave":2') ? [{ wave: 2, from: '2026-12-08' }] : [];
  const waves = [{ wave: 1, from: '2026-12-01' }, ...second];
  writeFileSync(at('fleet.json'), fleetText(rows, { train: { ...train, waves }, earlier: [earlier] }));
  const ask = async (form: readonly string[]) => {
    const lines: string[] = [];
    const page = { showOnTerminal: () => undefined, askSecret: async () => '', deadlineMs: 20_000 };
    const folders = { folders: builtAs(''), partnersFolders: builtAs('') };
    const context = { clock: () => new Date(), page: { ...page, ...folders }, route: { lookup: resolveToLoopback } };
    const args = ['--fleet', at('fleet.json'), '--on', '2026-12-03', ...more, ...form];
    const code = await doctorCommand({ ...context, printLine: (line) => lines.push(line) }, args);
    return { code, text: lines.join('\n') };
  };
  const [plain, json] = [await ask([]), await ask(['--json'])];
  const said = saidSchema.parse(JSON.parse(json.text));
  expect([plain.code, json.code]).toEqual([said.exit, said.exit]);
  const wrong = Object.fromEntries(
    said.forces.map(({ name, checks }) => [
      name,
      checks.flatMap(({ findings }) => findings.flatMap(({ finding, kind }) => (kind === 'unseen' ? [] : [finding]))),
    ]),
  );
  return { ...said, wrong, text: plain.text, printed: plain.text + json.text };
}
const row = (name: string, address: string, release: Release = made[0], other: Partial<Force> = {}) =>
  createForce(name, release, 1, { addresses: { server: address, health: address }, ...other });

describe('a fleet that is looked at from outside', () => {
  it('is well where each force answers as Candour and hands out the pages of its row', async () => {
    const [north, south] = [await serve('newest'), await serve('newest')];
    const said = await look([row('north', north), row('south', south)]);
    expect(said).toMatchObject({ exit: 0, file: [], wrong: { north: [], south: [] }, train: '1.2.0' });
    expect(said.text).toMatch(/north +1\.2\.0 +1\.2\.0 +yes +not seen +OK/u);
    expect(said.text).toContain('By the fleet file, every force runs 1.2.0.');
    expect(said.text).toContain('No problems found.');
  });

  it('says which versions differ, and of which release pages are that are not of their row', async () => {
    const rows = [
      row('behind', await serve('older'), made[1]),
      row('early', await serve('newest'), made[0], { wave: 2 }),
      row('moved', await serve('older')),
      row('waits', await serve('older'), made[1], { wave: 2 }),
      row('mixed', await serve('newest'), { ...made[0], page: made[1].page }),
    ];
    const said = await look(rows);
    expect(said.wrong).toEqual({
      behind: ['force-behind'],
      early: ['force-early'],
      moved: ['page-of-another-release'],
      waits: [],
      mixed: ['force-mixed', 'page-of-another-release'],
    });
    expect(said.versions).toEqual({ '1.2.0': ['mixed', 'moved', 'early'], '1.1.0': ['behind', 'waits'] });
    expect(said.text).toContain('By the fleet file, versions differ: ');
    expect(said.text).toContain('hands out the pages of 1.1.0');
    expect(said.exit).toBe(exitCodes.versions);
  });

  it('has one force’s trouble keep no other back, repeats no word of theirs, and ends by the worst kind', async () => {
    const canary = 'zq-canary-7731\u001b[2J';
    const html = { 'content-type': 'text/html' };
    const gone = await servePage({ folders: builtAs('newest') });
    await gone.stop();
    const said = await look([
      row('away', gone.address),
      row('cut', await serve('newest', ({ socket }) => (socket.destroy(), true))),
      row(
        'changed',
        await serve(
          'newest',
          ({ url }, response) => url === '/tab/assets/a-1.js' && answer(response, 200, html, canary),
        ),
      ),
      row(
        'moved',
        await serve('newest', (_request, response) =>
          answer(response, 302, { location: 'https://zq.example' }, canary),
        ),
      ),
      row(
        'open',
        await serve('newest', ({ url }, response) => url === '/api/messages' && answer(response, 200, html, canary)),
      ),
      row(
        'sick',
        await serve('newest', ({ url }, response) => url === '/readyz' && answer(response, 503, html, canary)),
      ),
      row('closed', await serve('newest'), made[0], { addresses: { server: await serve('newest') } }),
      row('well', await serve('newest')),
      { ...row('unread', 'https://unread.example'), secret: canary },
    ]);
    expect(said.wrong).toMatchObject({
      away: ['address-no-answer'],
      cut: ['address-no-answer'],
      changed: ['page-differs'],
      open: ['door-open'],
      sick: ['server-not-ready'],
      closed: [],
      well: [],
    });
    expect(said.wrong['moved']).toContain('page-not-there');
    expect(said.file.map(({ finding }) => finding)).toEqual(['fleet-row-unreadable']);
    expect(said.exit).toBe(exitCodes.address);
    for (const word of ['zq', '\u001b', 'secret']) expect(said.printed).not.toContain(word);
  });

  it('says how long each certificate lasts, and tells one that ends or that nobody trusts', async () => {
    const tlsServers: LoopbackServer[] = [];
    const authorities: string[] = [];
    const rows: unknown[] = [];
    for (const [name, days] of [
      ['lasts', 60],
      ['ends', 9],
      ['ended', -2],
      ['stranger', 60],
    ] as const) {
      const certificate = await createHostCertificate({ days, name: `${name}.example` });
      const headers = { 'content-type': 'text/html', 'content-security-policy': 'frame-ancestors https://a.example' };
      const server = await startLoopbackServer(({ path, method }) => {
        if (method === 'POST') return { kind: 'answer', status: 401, body: {} };
        if (path === '/readyz') return { kind: 'answer', status: 200, body: { status: 'ready' } };
        return { kind: 'answer', status: 200, text: '<!doctype html>', headers };
      }, certificate);
      tlsServers.push(server);
      if (name !== 'stranger') authorities.push(certificate.cert);
      rows.push(row(name, `https://${name}.example:${server.port}`));
    }
    tls.setDefaultCACertificates([...trusted, ...authorities]);
    const said = await look(rows, []);
    await Promise.all(tlsServers.map((server) => server.stop()));
    expect(said.wrong['lasts']).toEqual([]);
    expect(said.wrong['ends']).toEqual(['address-certificate-ends']);
    expect(said.wrong['ended']).toEqual(['address-certificate-ended']);
    expect(said.wrong['stranger']).toEqual(['address-certificate-not-trusted']);
    expect(said.forces.map(({ name, certificateDays }) => [name, certificateDays])).toEqual([
      ['ended', undefined],
      ['ends', 8],
      ['lasts', 59],
      ['stranger', undefined],
    ]);
    expect(said.text).toMatch(/lasts .* 59 days +OK/u);
  });

  it.each([
    ['no JSON', 'words of somebody'],
    ['another format', '{"format":"other","secret":"zq-words"}'],
  ])('that is %s is told in a sentence, and nothing is asked', async (_, text) => {
    writeFileSync(at('wrong.json'), text);
    const lines: string[] = [];
    const page = { showOnTerminal: () => undefined, askSecret: async () => '', deadlineMs: 1 };
    const context = { clock: () => new Date(), page: { ...page, folders: builtAs(''), partnersFolders: builtAs('') } };
    const ask = (args: readonly string[]) => doctorCommand({ ...context, printLine: (line) => lines.push(line) }, args);
    expect(await ask(['--fleet', at('wrong.json')])).toBe(1);
    expect(await ask(['--fleet', at('wrong.json'), '--post'])).toBe(2);
    expect(await ask(['--manifests', at('manifests')])).toBe(2);
    expect(lines.join('\n')).not.toMatch(/zq|words of somebody/u);
  });
});
