import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyRecording, readRecording, recordingNames } from '../../../support/files/recording-corpus.ts';

const originals = join(import.meta.dirname, '../../../fixtures/recordings');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-recordings-'));
  for (const name of recordingNames)
    await writeFile(join(folder, name), (await copyRecording(readRecording(name))).content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(program, [...args], { maxBuffer: 100_000_000 });
  return stdout + stderr;
}

/** What a file says of itself, without its name and the times that the disk gives it. */
async function readTags(path: string): Promise<string> {
  const exiftool = await run('exiftool', '-a', '-G1', '-ee', '--System:all', '--ExifTool:all', path);
  const ffprobe = await run(
    'ffprobe',
    '-v',
    'error',
    '-show_format',
    '-show_streams',
    '-show_chapters',
    '-show_entries',
    'format=tags',
    path,
  );
  const strings = await run('strings', '-a', '-n', '5', path);
  return [exiftool, ffprobe.replaceAll(path, ''), strings].join('\n');
}

const givesAway = /ZZCANARY|lavc|lavf|x26[45]|mediabunny|LAME3|libopus|libvorbis|51\.48|2024|\b20\d\d[:-]\d\d/iu;

/** The decoded pictures, as a digest. */
const pictureDigest = (path: string): Promise<string> =>
  run('ffmpeg', '-v', 'error', '-i', path, '-map', '0:v:0', '-f', 'md5', '-');

describe('exiftool, ffprobe and strings', () => {
  it.each(recordingNames)('find nothing in the copy of %s', async (name) => {
    if (name !== 'voice.aac') expect(await readTags(join(originals, name))).toMatch(givesAway);
    expect(givesAway.exec(await readTags(join(folder, name)))?.[0]).toBeUndefined();
  });
});

describe('ffmpeg', () => {
  it.each(recordingNames)('decodes the copy of %s without a word', async (name) => {
    expect(await run('ffmpeg', '-v', 'error', '-i', join(folder, name), '-f', 'null', '-')).toBe('');
  });

  it.each(recordingNames.filter((name) => /^(?!cut).*\.(?:mov|mp4|mkv)$|^(?:film|vorbis)\.webm$/u.test(name)))(
    'sees the same pictures in the copy of %s',
    async (name) => {
      expect(await pictureDigest(join(folder, name))).toBe(await pictureDigest(join(originals, name)));
    },
  );
});
