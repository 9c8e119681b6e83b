import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createTarGz } from '../../../release/tar.ts';
import { runFleet } from '../../support/cli/example-fleet.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
let count = 0;
function write(content: string | Uint8Array): string {
  const path = join(folder, `${(count += 1)}`);
  writeFileSync(path, content);
  return path;
}

const layer = new Uint8Array(100_000).fill(7);
const config = JSON.stringify({ config: { Cmd: ['serve'] }, rootfs: { diff_ids: [`sha256:${sha256(layer)}`] } });

/** An archive with one image, as a release has it. */
function archiveOf(
  described: string,
  { listed = [{ Config: `${sha256(described)}.json` }] }: { listed?: unknown } = {},
) {
  const files = new Map([
    [`${sha256(layer)}.tar`, Buffer.from(layer)],
    [`${sha256(described)}.json`, Buffer.from(described)],
    ['manifest.json', Buffer.from(JSON.stringify(listed))],
  ]);
  return gunzipSync(createTarGz(files));
}
const manifestOf = (described: string): string =>
  `${JSON.stringify({ schemaVersion: 2, config: { digest: `sha256:${sha256(described)}` }, layers: [{ size: 5 }] }, null, 3)}\n`;

const ask = (manifest: string | Uint8Array, archive: string | Uint8Array) =>
  runFleet(['image', write(manifest), '--archive', write(archive)]);

describe('the image of a release, as a registry has it', () => {
  it('is named by the digest of its manifest where it is the one in the signed archive', async () => {
    const manifest = manifestOf(config);
    expect(await ask(manifest, archiveOf(config))).toEqual({ code: 0, said: `sha256:${sha256(manifest)}` });
  });

  it('is not named where it is another by one setting', async () => {
    const { code, said } = await ask(manifestOf(config.replace('serve', 'other')), archiveOf(config));
    expect([code, said]).toEqual([3, expect.stringMatching(/^A DIFFERENT IMAGE/u)]);
    expect(said).not.toContain('sha256');
  });

  it('is not believed by the name that its description has in the archive', async () => {
    const changed = config.replace('serve', 'other');
    const archive = Buffer.from(archiveOf(config).toString('latin1').replace(config, changed), 'latin1');
    expect((await ask(manifestOf(config), archive)).code).toBe(3);
  });

  it.each([
    ['a list of platforms', JSON.stringify({ schemaVersion: 2, manifests: [{ digest: `sha256:${'0'.repeat(64)}` }] })],
    ['an empty answer', ''],
    ['a page of a proxy', '<html>not found</html>'],
  ])('is not looked for where the registry gave %s', async (_what, manifest) => {
    expect(await ask(manifest, archiveOf(config))).toEqual({
      code: 1,
      said: 'The first file is not the manifest of one image.',
    });
  });

  it.each([
    ['nothing', ''],
    ['something else', 'no archive'.repeat(500)],
    ['an archive that was cut off', archiveOf(config).subarray(0, 100_500)],
    ['no list of images', archiveOf(config, { listed: {} })],
    ['two images', archiveOf(config, { listed: [{ Config: 'a.json' }, { Config: 'b.json' }] })],
    ['a description that is not there', archiveOf(config, { listed: [{ Config: '../a.json' }] })],
  ])('is not named where the archive is %s', async (_what, archive) => {
    expect(await ask(manifestOf(config), archive)).toEqual({
      code: 1,
      said: 'The second file is not an archive of one image.',
    });
  });

  it('needs both files to be named', async () => {
    expect((await runFleet(['image', write(manifestOf(config))])).code).toBe(2);
  });
});
