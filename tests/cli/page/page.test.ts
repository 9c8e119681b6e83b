import { once } from 'node:events';
import { createServer } from 'node:https';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { tabCsp } from '../../../bot/http/built-files-routes.ts';
import { partnerFolders as realPartners, tabFolders } from '../../../bot/http/built-files.ts';
import type { PageCommandContext } from '../../../cli/page/page-subcommand.ts';
import { parseSignedPage, serialiseSignedPage } from '../../../cli/page/page-manifest.ts';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { identityText } from '../../../crypto/node/identity-file.ts';
import { renderViewerPage } from '../../../contract/viewer-page.ts';
import { signerFromIdentity } from '../../../crypto/signer.ts';
import { answer, answerWith, type RequestOverride, servePage } from '../../support/cli/page-server.ts';
import { createCertificate } from '../../fakes/certificate.ts';
import { runPage } from '../../support/cli/run-page.ts';
import { tabHosts } from '../../../bot/config/tab-hosts.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const at = (...names: readonly string[]) => join(folder, ...names);
const folders = { built: at('tab'), previous: at('tab-before') };
const partnersFolders = { built: at('partners'), previous: at('partners-before') };
const page =
  '<!doctype html><html><head></head><body><script type="module" src="/tab/assets/a-1.js"></script></body></html>';
const script = `import "./b-2.js";${'/* words */'.repeat(500)}`;
const policy = tabCsp({ development: false, framedBy: tabHosts.teams.frameAncestors });
const people = ['alex', 'bronwen', 'somebody'].map((name, place) => ({
  name,
  identity: identityFromSeed(new Uint8Array(32).fill(place + 1)),
}));
const passphrase = 'gwyrddni mynydd afon seren coeden tarian';

const run = (args: readonly string[], other: Partial<PageCommandContext> = {}) =>
  runPage(args, { askSecret: async () => passphrase, folders, partnersFolders, ...other });

/** A manifest of what stands in the folder, signed by these. */
async function signedBy(file: string, ...names: readonly string[]) {
  expect((await run(['manifest', '--to', at(file), '--replace'])).code).toBe(0);
  for (const name of names) {
    expect(await run(['sign', at(file), '--key', at(`${name}.key`)])).toMatchObject({ code: 0 });
  }
  return at(file);
}

const byBoth = ['--by', at('alex.signer'), '--by', at('bronwen.signer')];

/** What is said of a server in whose place somebody may answer. */
async function look(
  instead?: RequestOverride,
  other: Partial<PageCommandContext> = {},
  by: readonly string[] = byBoth,
) {
  const server = await servePage({ folders, partnersFolders }, instead);
  try {
    return await run(['verify', server.address, '--manifest', at('signed.json'), ...by], other);
  } finally {
    await server.stop();
  }
}

beforeAll(async () => {
  mkdirSync(at('tab', 'assets'), { recursive: true });
  writeFileSync(at('tab', 'index.html'), page);
  writeFileSync(at('tab', 'assets', 'a-1.js'), script);
  writeFileSync(at('tab', 'assets', 'b-2.js'), 'export {};');
  mkdirSync(at('partners', 'assets'), { recursive: true });
  writeFileSync(at('partners', 'index.html'), page.replaceAll('/tab/', '/partners/'));
  writeFileSync(at('partners', 'assets', 'a-1.js'), 'export {};');
  for (const { name, identity } of people) {
    writeFileSync(at(`${name}.key`), identityText(identity, 'signs the page'));
    writeFileSync(at(`${name}.signer`), `${signerFromIdentity(identity)}\n`);
  }
  await signedBy('signed.json', 'alex', 'bronwen');
});

describe('the frame that shows files', () => {
  const viewer = renderViewerPage('work();', 'main{}');

  it('stands in the manifest with its own policy, and another policy or page in its place is noticed', async () => {
    const framed = { built: at('framed'), previous: at('framed') };
    mkdirSync(at('framed', 'assets'), { recursive: true });
    writeFileSync(at('framed', 'index.html'), page);
    writeFileSync(at('framed', 'viewer.html'), viewer);
    expect((await run(['manifest', '--to', at('framed.json')], { folders: framed })).code).toBe(0);
    const file = parseSignedPage(readFileSync(at('framed.json'), 'utf8'))?.manifest.files.find(
      ({ path }) => path === '/tab/viewer',
    );
    expect(file?.policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /u);
    expect(file?.policy).toContain('; sandbox allow-scripts; ');
    const isFrame = ({ url }: { readonly url?: string }) => url?.split('?')[0] === '/tab/viewer';
    const said = async (instead?: RequestOverride) => {
      const server = await servePage({ folders: framed, partnersFolders }, instead);
      const verified = await run(['verify', server.address, '--manifest', at('framed.json')]);
      await server.stop();
      return verified.said.split('\n').filter((line) => line.includes('/tab/viewer'));
    };
    expect(await said()).toEqual([]);
    const html = 'text/html; charset=utf-8';
    const ofThePage: RequestOverride = (request, response) =>
      isFrame(request) && answerWith(response, policy, html, Buffer.from(viewer));
    expect(await said(ofThePage)).toEqual([expect.stringContaining('OTHER POLICY')]);
    const changed: RequestOverride = (request, response) =>
      isFrame(request) && answerWith(response, file?.policy ?? '', html, Buffer.from(viewer.replace('work', 'steal')));
    expect(await said(changed)).toEqual([expect.stringContaining('CHANGED')]);
  });
});

describe('npm run page -- key', () => {
  it('makes a key wrapped in a passphrase, and the public line that its signatures are checked by', async () => {
    writeFileSync(at('passphrase'), passphrase);
    const made = await run(['key', '--to', at('keys'), '--name', 'cerys', '--passphrase-file', at('passphrase')]);
    expect(made.code).toBe(0);
    expect(readFileSync(at('keys', 'cerys.identity.age'), 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/u);
    const line = readFileSync(at('keys', 'cerys.signer'), 'utf8').trim();
    expect(made.lines).toContain(line);
    await signedBy('cerys.json');
    const key = ['--key', at('keys', 'cerys.identity.age')];
    expect((await run(['sign', at('cerys.json'), ...key, '--passphrase-file', at('passphrase')])).code).toBe(0);
    expect(parseSignedPage(readFileSync(at('cerys.json'), 'utf8'))?.signatures.map(({ by }) => by)).toEqual([line]);
    await expect(run(['key', '--to', at('keys'), '--name', 'cerys'])).rejects.toThrow('exists already');
  });
});

describe('npm run page -- manifest', () => {
  it('is the same of the same build, and names each address and file with nothing of the machine', async () => {
    await signedBy('one.json');
    await signedBy('two.json');
    const text = readFileSync(at('one.json'), 'utf8');
    expect(readFileSync(at('two.json'), 'utf8')).toBe(text);
    const paths = parseSignedPage(text)?.manifest.files.map(({ path }) => path);
    const ofPartners = ['/partners', '/partners/', '/partners/assets/a-1.js'];
    expect(paths).toEqual([...ofPartners, '/tab', '/tab/', '/tab/assets/a-1.js', '/tab/assets/b-2.js']);
    expect(text).not.toContain(folder);
  });

  it('writes over no file unless it is told to, and says where the page is not built', async () => {
    await signedBy('one.json');
    await expect(run(['manifest', '--to', at('one.json')])).rejects.toMatchObject({ code: 'EEXIST' });
    const none = { built: at('nowhere'), previous: at('nowhere') };
    for (const missing of [{ folders: none }, { partnersFolders: none }]) {
      await expect(run(['manifest', '--to', at('x.json')], missing)).rejects.toThrow('The page is not built');
    }
  });

  it('of the page as it is built for production is read again', async () => {
    const real = { folders: tabFolders, partnersFolders: realPartners };
    expect((await run(['manifest', '--to', at('real.json')], real)).code).toBe(0);
    const files = parseSignedPage(readFileSync(at('real.json'), 'utf8'))?.manifest.files ?? [];
    expect(files.length).toBeGreaterThan(50);
    const ofTheTab = files.filter(({ path }) => !path.startsWith('/partners'));
    expect(ofTheTab.filter(({ policy: own }) => own !== undefined).map(({ path }) => path)).toEqual(['/tab/viewer']);
    expect(files.length - ofTheTab.length).toBeGreaterThan(8);
  });
});

describe('npm run page -- sign', () => {
  it('signs nothing where another page was built here, and says which file differs', async () => {
    const file = await signedBy('one.json');
    const before = readFileSync(file, 'utf8');
    const other = { built: at('other'), previous: at('other') };
    mkdirSync(at('other', 'assets'), { recursive: true });
    writeFileSync(at('other', 'index.html'), page);
    writeFileSync(at('other', 'assets', 'a-1.js'), `${script};send()`);
    const { code, said } = await run(['sign', file, '--key', at('alex.key')], { folders: other });
    expect(code).toBe(3);
    expect(said).toContain('differs: /tab/assets/a-1.js');
    expect(said).toContain('differs: /tab/assets/b-2.js');
    for (const option of [
      ['--cloud', 'usgov'],
      ['--hosts', 'microsoft365'],
    ]) {
      const { code, said } = await run(['sign', file, '--key', at('alex.key'), ...option]);
      expect([code, said]).toEqual([3, expect.stringContaining('their content security policy differs')]);
    }
    expect((await run(['sign', file, '--key', at('alex.key'), '--hosts', 'everywhere'])).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('counts somebody who signs twice once', async () => {
    const file = await signedBy('one.json', 'alex', 'alex');
    expect(parseSignedPage(readFileSync(file, 'utf8'))?.signatures).toHaveLength(1);
  });
});

describe('npm run page -- verify', () => {
  it('finds a server that hands out what was signed, and says by whom and what it cannot see', async () => {
    const { code, said } = await look();
    expect(said).not.toMatch(/^NO/mu);
    expect(said).toMatch(/^Signed by alex, .*\nSigned by bronwen, /u);
    expect(said).toContain('is the one in the manifest: 7 files, ');
    expect(said).toContain('Nothing in Teams checks these signatures.');
    expect(code).toBe(0);
  });

  it.each([
    ['nobody', []],
    ['one person', ['--by', at('alex.signer')]],
    ['one person twice', ['--by', at('alex.signer'), '--by', signerFromIdentity(people[0]?.identity ?? '')]],
    ['somebody who has not signed', ['--by', at('alex.signer'), '--by', at('somebody.signer')]],
  ])('does not end well where %s is named', async (_, by) => {
    const { code, said } = await look(undefined, {}, by);
    expect([code, said]).toEqual([4, expect.stringContaining('Do not rely on it yet')]);
  });

  it('says that a signature does not hold, or is over another page', async () => {
    const signed = parseSignedPage(readFileSync(at('signed.json'), 'utf8'));
    if (signed === undefined) throw new Error('not a manifest');
    const manifest = { ...signed.manifest, policy: `${signed.manifest.policy} https://elsewhere.example` };
    writeFileSync(at('moved.json'), serialiseSignedPage({ manifest, signatures: signed.signatures }));
    const server = await servePage({ folders, partnersFolders });
    const { code, said } = await run(['verify', server.address, '--manifest', at('moved.json'), ...byBoth]);
    await server.stop();
    expect(code).toBe(3);
    expect(said).toContain('NO  The signature of alex,');
    expect(said).toContain('NO  Not signed by bronwen,');
    expect(said).toContain('OTHER POLICY');
  });

  const wanted = (path: string) => (request: { readonly url?: string }) => request.url?.split('?')[0] === path;
  const isScript = wanted('/tab/assets/a-1.js');

  it.each<[string, RequestOverride, string]>([
    [
      'changes a file',
      (request, response) =>
        isScript(request) &&
        answerWith(response, policy, 'text/javascript; charset=utf-8', Buffer.from(script.replace('words', 'stole'))),
      '/tab/assets/a-1.js  CHANGED',
    ],
    [
      'changes a file for browsers alone, packed',
      (request, response) =>
        isScript(request) &&
        String(request.headers['accept-encoding']).includes('gzip') &&
        answerWith(
          response,
          policy,
          'text/javascript; charset=utf-8',
          Buffer.from(script.replace('words', 'stole')),
          true,
        ),
      '/tab/assets/a-1.js  CHANGED',
    ],
    [
      'changes the page for Teams alone',
      (request, response) =>
        request.url === '/tab/?page=today' &&
        String(request.headers['user-agent']).includes('Teams') &&
        answerWith(response, policy, 'text/html; charset=utf-8', Buffer.from(page.replace('a-1.js', 'evil-9.js'))),
      '/tab/assets/evil-9.js  MORE',
    ],
    [
      'loads something from elsewhere',
      (request, response) =>
        request.url === '/tab' &&
        answerWith(
          response,
          policy,
          'text/html; charset=utf-8',
          Buffer.from(page.replace('</body>', '<script src="https://evil.example/x.js"></script></body>')),
        ),
      'https://evil.example  MORE',
    ],
    [
      'does not hand out a file',
      (request, response) => isScript(request) && answer(response, 404, {}, 'not here'),
      '/tab/assets/a-1.js  MISSING',
    ],
    [
      'sends to another server, which is not followed',
      (request, response) => isScript(request) && answer(response, 302, { location: 'http://127.0.0.1:9/' }),
      '/tab/assets/a-1.js  LEADS ELSEWHERE',
    ],
    [
      'calls a file something else',
      (request, response) => isScript(request) && answerWith(response, policy, 'text/html', Buffer.from(script)),
      '/tab/assets/a-1.js  OTHER TYPE',
    ],
    [
      'lets scripts of other servers in',
      (request, response) =>
        isScript(request) &&
        answerWith(response, 'script-src *', 'text/javascript; charset=utf-8', Buffer.from(script)),
      '/tab/assets/a-1.js  OTHER POLICY',
    ],
    [
      'has a file kept as a service worker',
      (request, response) => {
        response.setHeader('service-worker-allowed', '/');
        return isScript(request) && answerWith(response, policy, 'text/javascript; charset=utf-8', Buffer.from(script));
      },
      '/tab/assets/a-1.js  OTHER HEADER',
    ],
    [
      'cuts the connection',
      (request) => isScript(request) && request.socket.destroy() !== undefined,
      '/tab/assets/a-1.js  NO ANSWER',
    ],
    [
      'packs a file in a way that nobody knows',
      (request, response) => isScript(request) && answer(response, 200, { 'content-encoding': 'constructor' }, script),
      '/tab/assets/a-1.js  NO ANSWER',
    ],
    [
      'packs what is no gzip',
      (request, response) => isScript(request) && answer(response, 200, { 'content-encoding': 'gzip' }, script),
      '/tab/assets/a-1.js  NO ANSWER',
    ],
  ])('finds a server that %s', async (_, instead, found) => {
    const { code, said } = await look(instead);
    expect(code).toBe(3);
    expect(said).toContain(`NO  ${found}`);
    expect(said).toContain('so that nobody opens a key');
  });

  it('reads no more of an answer without end than the file could have, packed or not', async () => {
    let sent = 0;
    const zeros = Buffer.alloc(65_536);
    const { code, said } = await look((request, response) => {
      if (!isScript(request)) return false;
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(zeros)) sent += zeros.length;
        sent += zeros.length;
      };
      response.on('drain', more);
      more();
      return true;
    });
    expect([code, said]).toEqual([3, expect.stringContaining('/tab/assets/a-1.js  CHANGED')]);
    expect(sent).toBeLessThan(50_000_000);
    const bomb = Buffer.alloc(30_000_000);
    const packed = await look(
      (request, response) =>
        isScript(request) && answerWith(response, policy, 'text/javascript; charset=utf-8', bomb, true),
    );
    expect(packed.said).toContain('/tab/assets/a-1.js  CHANGED');
  });

  it('waits for no answer longer than it may', async () => {
    const stalled = await look(isScript, { deadlineMs: 3_000 });
    expect(stalled.said).toContain('/tab/assets/a-1.js  NO ANSWER in time');
    const half = await look(
      (request, response) => isScript(request) && answer(response, 200, {}, script.slice(0, 10), false),
      { deadlineMs: 3_000 },
    );
    expect(half.said).toContain('/tab/assets/a-1.js  NO ANSWER in time');
  });

  it('says of a server whose certificate this machine does not trust that nothing came, whatever it would send', async () => {
    const server = createServer({ ...(await createCertificate()) }, (_request, response) => {
      response.end(page);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const args = ['verify', `https://127.0.0.1:${port}`, '--manifest', at('signed.json'), ...byBoth];
    expect(await run(args)).toMatchObject({ code: 1, said: expect.stringContaining('this machine does not trust') });
    server.close();
  });

  it('says that a server is not there', async () => {
    const server = await servePage({ folders, partnersFolders });
    await server.stop();
    const { code, said } = await run(['verify', server.address, '--manifest', at('signed.json'), ...byBoth]);
    expect([code, said]).toEqual([1, expect.stringContaining('NO ANSWER: the connection was refused')]);
  });

  it.each([
    ['http://candour.example', 'Use https'],
    ['http://127.0.0.1.candour.example', 'Use https'],
    ['ftp://candour.example', 'The address is not that of a server'],
    ['https://me:secret@candour.example', 'The address is not that of a server'],
    ['https://candour.example/tab/assets/a.js', 'The address is not that of a server'],
    ['https://candour.example/?to=x', 'The address is not that of a server'],
    ['candour.example', 'The address is not that of a server'],
  ])('asks nobody at %s', async (address, why) => {
    await expect(run(['verify', address, '--manifest', at('signed.json')])).rejects.toThrow(why);
  });

  it.each([
    ['leads out of the folder', '/tab/assets/../../etc/passwd'],
    ['leads out of it by another spelling', '/tab/assets/%2e%2e/x'],
    ['is of another server', '//elsewhere.example/tab'],
    ['is of another page', '/api/tab/me'],
    ['is of the API of partners', '/partners/report.begin'],
    ['is a frame that partners have none of', '/partners/viewer'],
    ['begins with a point', '/tab/assets/.env'],
  ])('takes no manifest with a path that %s', async (_, path) => {
    const text = readFileSync(at('signed.json'), 'utf8').replace('"/tab/assets/a-1.js"', JSON.stringify(path));
    writeFileSync(at('odd.json'), text);
    await expect(run(['verify', 'https://candour.example', '--manifest', at('odd.json')])).rejects.toThrow(
      'not a manifest',
    );
  });

  it('takes nothing else for a manifest, and nothing else for a signer', async () => {
    for (const text of ['', '[]', '{}', 'x'.repeat(3_000_000), readFileSync(at('signed.json'), 'utf8').slice(0, -9)]) {
      writeFileSync(at('odd.json'), text);
      const args = ['verify', 'https://candour.example', '--manifest', at('odd.json')];
      await expect(run(args)).rejects.toThrow('not a manifest');
    }
    const args = ['verify', 'https://candour.example', '--manifest', at('signed.json'), '--by', at('alex.key')];
    await expect(run(args)).rejects.toThrow('This is neither');
  });
});

describe('npm run page', () => {
  it.each([[[]], [['help']], [['odd']], [['sign']], [['verify', 'https://a.example']], [['manifest', '--odd']]])(
    'shows how it is used where it is given %j',
    async (args) => {
      const { code, said } = await run(args);
      expect(code).toBe(args.length === 0 || args[0] === 'help' ? 0 : 2);
      expect(said).toContain('npm run page -- verify');
    },
  );
});
