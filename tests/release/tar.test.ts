import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createTarGz } from '../../release/tar.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const part = fc.stringMatching(/^[a-zâêŵ][\w .-]{0,20}[a-z]$/u);
const folderOf = (length: number) => Array.from({ length }, (_, at) => `folder-${at}`).join('/');
const contents = fc.uint8Array({ maxLength: 1_500 });

/** Paths of which none is a folder of another. */
const files = fc
  .array(fc.tuple(fc.array(part, { maxLength: 3 }), part, contents), { maxLength: 8 })
  .map((all) => new Map(all.map(([folders, name, bytes], at) => [[...folders, `${at} ${name}`].join('/'), bytes])));

function unpacked(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, 'archive.tar.gz'), archive);
  execFileSync('tar', ['-xzf', 'archive.tar.gz'], { cwd: folder });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== 'archive.tar.gz' && statSync(join(folder, name)).isFile(),
  );
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

/** The fields of each entry that say who packed it, when and how. */
function headersOf(archive: Uint8Array): readonly string[] {
  const bytes = gunzipSync(archive);
  const headers: string[] = [];
  for (let at = 0; bytes[at] !== 0; ) {
    const field = (from: number, length: number) => bytes.toString('latin1', at + from, at + from + length);
    headers.push([field(100, 24), field(136, 12), field(257, 8), field(265, 64)].join(' ').replaceAll('\0', '.'));
    at += 512 + Math.ceil(parseInt(field(124, 11), 8) / 512) * 512;
  }
  return headers;
}

describe('an archive', () => {
  it('gives back the files that were packed, to a program of others', () => {
    fc.assert(
      fc.property(files, (some) => {
        expect(unpacked(createTarGz(some))).toEqual(some);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same whatever order its files come in', () => {
    fc.assert(
      fc.property(files, (some) => {
        expect(createTarGz(new Map([...some].toReversed())).equals(createTarGz(some))).toBe(true);
      }),
    );
  });

  it('says of each entry one time, nobody, and one way to be read', () => {
    const headers = headersOf(createTarGz(new Map([['some/where/file', Buffer.from('a')]])));
    expect(headers).toHaveLength(3);
    const ended = ' 02263523000. ustar.00 ';
    expect(headers.map((one) => one.slice(0, 24 + ended.length))).toEqual([
      `0000755.0000000.0000000.${ended}`,
      `0000755.0000000.0000000.${ended}`,
      `0000644.0000000.0000000.${ended}`,
    ]);
    expect(createTarGz(new Map()).subarray(4, 10).toString('hex')).toBe('0000000002ff');
  });

  it('packs once what stands in two places, and gives both back', () => {
    const bytes = new Uint8Array(randomBytes(20_000));
    const twice = new Map([
      ['one/font', bytes],
      ['other/font', bytes],
      ['small', new Uint8Array([97])],
      ['smaller', new Uint8Array([97])],
    ]);
    expect(createTarGz(twice).length).toBeLessThan(25_000);
    expect(unpacked(createTarGz(twice))).toEqual(twice);
  });

  it('takes a path as long as the format has room for, and refuses one that is longer', () => {
    const long = `${folderOf(16)}/${'n'.repeat(90)}`;
    expect([...unpacked(createTarGz(new Map([[long, new Uint8Array()]]))).keys()]).toEqual([long]);
    for (const path of ['n'.repeat(101), `${folderOf(30)}/name`]) {
      expect(() => createTarGz(new Map([[path, new Uint8Array()]]))).toThrow('too long');
    }
  });
});
