import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createForce, fleetText, releases, runFleet } from '../../support/cli/example-fleet.ts';
import { answer, type RequestOverride, servePage } from '../../support/cli/page-server.ts';
import { runPage } from '../../support/cli/run-page.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const at = (...names: readonly string[]) => join(folder, ...names);
const folders = { built: at('tab'), previous: at('tab') };
const partnersFolders = { built: at('partners'), previous: at('partners') };
const [newest] = releases;
let pages = '';

beforeAll(async () => {
  for (const name of ['tab', 'partners']) {
    mkdirSync(at(name, 'assets'), { recursive: true });
    writeFileSync(at(name, 'index.html'), '<!doctype html><html><body></body></html>');
    writeFileSync(at(name, 'assets', 'a-1.js'), 'export {};');
  }
  mkdirSync(at('manifests', 'folder.json'), { recursive: true });
  writeFileSync(at('manifests', 'other.json'), '{}');
  const written = ['manifest', '--to', at('manifests', 'newest.json')];
  expect((await runPage(written, { folders, partnersFolders })).code).toBe(0);
  pages = (await runFleet(['digest', at('manifests', 'newest.json')])).said;
});

const ready =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): RequestOverride =>
  ({ url }, response) =>
    url === '/readyz' && answer(response, status, { 'content-type': 'application/json', ...headers }, text);
const healthy = ready(200, '{"status":"ready"}');

/** What is said of forces whose servers answer so, by their names. */
async function ask(
  answers: Readonly<Record<string, RequestOverride>>,
  deadlineMs?: number,
  more: readonly string[] = ['--manifests', at('manifests')],
) {
  const release = { ...newest, page: pages };
  const servers = await Promise.all(
    Object.entries(answers).map(async ([name, instead]) => ({
      name,
      server: await servePage({ folders, partnersFolders }, instead),
    })),
  );
  const train = { ...release, waves: [{ wave: 1, from: '2026-12-01' }] };
  const rows = servers.map(({ name, server }) =>
    createForce(name, release, 1, {
      addresses: { server: server.address, health: server.address },
    }),
  );
  writeFileSync(at('fleet.json'), fleetText(rows, { train }));
  try {
    return await runFleet(['check', at('fleet.json'), '--ask', ...more], '2026-12-03', deadlineMs);
  } finally {
    await Promise.all(servers.map(({ server }) => server.stop()));
  }
}

describe('forces that are asked', () => {
  it('are in order where each does its work and hands out the pages of the file', async () => {
    const { code, said } = await ask({ north: healthy, south: healthy });
    expect(said).toMatch(/north +ready; its pages are those in the file/u);
    expect(said).toMatch(/south +ready; its pages are those in the file/u);
    expect(said).toContain('Servers do not say which image they run');
    expect(code).toBe(0);
  });

  it('are told apart, whatever odd thing one of them answers, and none of its words is said', async () => {
    const canary = 'zq-canary-7731\u001b[2J';
    const { code, said } = await ask(
      {
        away: ready(302, '', { location: 'https://elsewhere.example' }),
        html: ready(200, `<h1>${canary}</h1>`),
        list: ready(200, `["${'x'.repeat(10)}"]`),
        long: ready(200, `{"status":"ready","note":"${canary.repeat(5_000)}"}`),
        named: ready(200, JSON.stringify({ status: canary })),
        notready: ready(503, JSON.stringify({ status: canary })),
        packed: ready(200, 'not packed', { 'content-encoding': 'gzip' }),
        silent: ({ url }) => url === '/readyz',
        worried: ready(200, '{"status":"ready","alerts":"setAside","clock":"doubted","files":"unreachable"}'),
        damaged: ready(200, '{"status":"ready","store":"damaged","restored":"paused","certificate":"ends"}'),
        changed: (request, response) =>
          healthy(request, response) ||
          (request.url === '/tab/assets/a-1.js' &&
            answer(response, 200, { 'content-type': 'text/javascript' }, canary)),
        whole: healthy,
      },
      1_500,
    );
    expect(code).toBe(3);
    for (const name of ['away', 'html', 'list', 'long', 'named']) expect(said).toMatch(new RegExp(`${name} +ODD`, 'u'));
    expect(said).toMatch(/notready +NOT READY/u);
    expect(said).toMatch(/packed +NO ANSWER/u);
    expect(said).toMatch(/silent +NO ANSWER in time/u);
    expect(said).toMatch(
      /worried +ready; alerts are set aside; its clock is in doubt; files can be neither stored nor opened/u,
    );
    expect(said).toMatch(
      /damaged +ready; the bot’s certificate expires soon; it was restored and sends nothing by itself; some of its records cannot be read/u,
    );
    expect(said).toMatch(/changed +ready; OTHER PAGES: 1 file differs/u);
    expect(said).toMatch(/whole +ready; its pages are those in the file/u);
    expect(said).not.toContain('zq-canary');
    expect(said).not.toContain('elsewhere');
    expect(said).not.toContain('\u001b');
  });

  it('are not in order where no manifest is there to hold their pages against', async () => {
    const { code, said } = await ask({ north: healthy }, undefined, []);
    expect(code).toBe(3);
    expect(said).toMatch(/north +ready; its pages were not checked/u);
  });

  it('are asked for their pages alone where nobody here reaches what says whether they are ready', async () => {
    const server = await servePage({ folders, partnersFolders });
    const release = { ...newest, page: pages };
    const rows = [createForce('north', release, 1, { addresses: { server: server.address } })];
    writeFileSync(
      at('closed.json'),
      fleetText(rows, { train: { ...release, waves: [{ wave: 1, from: '2026-12-01' }] } }),
    );
    const { code, said } = await runFleet(['check', at('closed.json'), '--ask', '--manifests', at('manifests')]);
    await server.stop();
    expect(said).toMatch(/north +not asked whether it is ready.*; its pages are those in the file/u);
    expect(code).toBe(0);
  });

  it('are not in order where nobody answers', async () => {
    const gone = await servePage({ folders });
    await gone.stop();
    const release = { ...newest, page: pages };
    const rows = [createForce('gone', release, 1, { addresses: { server: gone.address, health: gone.address } })];
    writeFileSync(
      at('gone.json'),
      fleetText(rows, { train: { ...release, waves: [{ wave: 1, from: '2026-12-01' }] } }),
    );
    const { code, said } = await runFleet(['check', at('gone.json'), '--ask', '--manifests', at('manifests')]);
    expect(code).toBe(3);
    expect(said).toMatch(
      /gone +NO ANSWER: the connection was refused or cut; its pages were not checked: it did not answer/u,
    );
  });
});
