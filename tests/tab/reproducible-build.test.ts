import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { signerFromIdentity } from '../../crypto/signer.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { seedIdentity } from '../support/tab/keys.ts';
import { importedProjectPath } from '../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../..');
/** The rest of the project, which no build of the page looks at: some of it is large. */
const left = new Set(
  '.git bot cli deploy development dist docs manifest node_modules storage test-results tests'.split(' '),
);

/** Every file of a folder by its path, as text where each byte is a character. */
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, 'latin1')] as const;
      })
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** The tab and the partners' page as `npm run build` makes them of a copy of the sources in this folder. */
async function builtIn(folder: string, settings: Readonly<Record<string, string>>) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root).filter((one) => !left.has(one))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const program = importedProjectPath(() => import('../../tab/build/build-pages.ts'), import.meta.url);
  await promisify(execFile)(process.execPath, ['--no-warnings', join(folder, program)], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
  });
  const partners = Object.entries(filesIn(join(folder, 'dist/partners')));
  return {
    ...filesIn(join(folder, 'dist/tab')),
    ...Object.fromEntries(partners.map(([path, bytes]) => [`partners/${path}`, bytes])),
  };
}

/** Lists of the parts and of their modules, which no browser is given; libraries stand in them by the way to them, here one by a link. */
const forTests = ['.vite/manifest.json', '.vite/modules.json'];

describe('the page', () => {
  it('is the same to the byte, whoever builds it in which folder, time zone, language and environment', async () => {
    const above = createTemporaryFolder();
    const plain = await builtIn(join(createTemporaryFolder(), 'candour'), { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' });
    const elsewhere = join(above, 'rhywle arall', 'lle mae’n ddwfn');
    // What stands in a folder above, or is set for something else, is no part of the page.
    mkdirSync(join(elsewhere, 'tab'), { recursive: true });
    writeFileSync(join(above, 'postcss.config.cjs'), 'throw new Error("no part of the page");');
    for (const name of ['.env', 'tab/.env']) writeFileSync(join(elsewhere, name), 'NODE_ENV=development\nVITE_A=b\n');
    const other = await builtIn(elsewhere, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'cy_GB.UTF-8',
      NODE_ENV: 'development',
      VITE_MARK: 'of-this-machine',
      BASE_URL: '/elsewhere/',
    });
    expect(Object.keys(plain).length).toBeGreaterThan(50);
    expect(Object.keys(other)).toEqual(Object.keys(plain));
    const differing = Object.keys(plain).filter(
      (name) => !forTests.some((list) => name.endsWith(list)) && plain[name] !== other[name],
    );
    expect(differing).toEqual([]);
    // Who signs a force's list is part of its page, and of nothing else in it.
    expect(plain['index.html']).not.toContain('candour-ceremony');
    expect(Object.values(other).some((text) => text.includes('rhywle arall') || text.includes(above))).toBe(false);
  });
});

describe('a page for a force whose keys are signed', () => {
  it('names the signer, and is not built where that is none', async () => {
    const folder = join(createTemporaryFolder(), 'candour');
    const signer = signerFromIdentity(seedIdentity(1));
    const built = await builtIn(folder, { CEREMONY_SIGNER: ` ${signer} ` });
    expect(built['index.html']).toContain(`<meta name="candour-ceremony" content="${signer}">`);
    const wrong = join(createTemporaryFolder(), 'candour');
    await expect(builtIn(wrong, { CEREMONY_SIGNER: signer.slice(1) })).rejects.toMatchObject({
      stderr: expect.stringContaining('CEREMONY_SIGNER is no public line of a signer'),
    });
  });
});
