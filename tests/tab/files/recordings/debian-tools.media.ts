import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  copyRecording,
  readRecording,
  recordingCanary,
  recordingNames,
} from '../../../support/files/recording-corpus.ts';

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

/** In ffmpeg's list of its own names, and those that its muxers write. */
const ffmpegTags =
  'album album_artist artist author comment composer compilation copyright creation_time date description disc encoded_by ' +
  'encoder episode_id episode_sort filename genre grouping handler_name hd_video keywords language location lyrics make ' +
  'media_type model network performer performers playback_requirements publisher rating season_number service_name ' +
  'service_provider show software synopsis timecode title track variant_bitrate vendor_id warning year';

/** The recording again, with the canary in every tag of its form that ffmpeg writes. */
async function writeTagsByFfmpeg(name: string, path: string): Promise<void> {
  const each = (option: string): readonly string[] =>
    ffmpegTags.split(' ').flatMap((tag) => [option, `${tag}=${recordingCanary}${tag}`]);
  const forms = /(?:mp4|mov|m4a)$/u.test(name) ? ['-movflags', 'use_metadata_tags'] : [];
  const tracks = ['-map', '0:v:0?', '-map', '0:a:0?', '-c', 'copy'];
  const original = join(originals, name);
  await run(
    'ffmpeg',
    '-v',
    'error',
    '-y',
    '-i',
    original,
    ...tracks,
    ...forms,
    ...each('-metadata'),
    ...each('-metadata:s'),
    path,
  );
}

/** The recording again, with the canary in every tag of every group that exiftool writes. */
async function writeTagsByExiftool(name: string, path: string): Promise<void> {
  await copyFile(join(originals, name), path);
  const groups = ['Keys', 'ItemList', 'UserData', 'QuickTime', 'XMP'];
  const args = await Promise.all(
    groups.map(async (group) => {
      const [, ...names] = (await run('exiftool', '-listw', `-${group}:all`)).split('\n');
      return names
        .join(' ')
        .split(/\s+/u)
        .filter(Boolean)
        .map((tag) => `-${group}:${tag}=${recordingCanary}`);
    }),
  );
  await writeFile(`${path}.args`, args.flat().join('\n'));
  // A value that is no date or number is left out.
  await run('exiftool', '-q', '-q', '-m', '-overwrite_original', '-@', `${path}.args`, path).catch(() => '');
}

const countCanaries = (content: Buffer): number => content.toString('latin1').split(recordingCanary).length - 1;

describe('a recording with every tag that a program writes', () => {
  it.each([
    ...['phone.mov', 'film.mp4', 'film.mkv', 'film.webm', 'voice.m4a', 'voice.mp3', 'voice.ogg', 'voice.wav'].map(
      (name) => ['ffmpeg', name, writeTagsByFfmpeg, 10] as const,
    ),
    ...['phone.mov', 'film.mp4', 'hevc.mov', 'voice.m4a'].map(
      (name) => ['exiftool', name, writeTagsByExiftool, 500] as const,
    ),
  ])('by %s has none in its copy: %s', async (program, name, writeTags, least) => {
    const path = join(folder, `${program}-${name}`);
    await writeTags(name, path);
    const bytes = await readFile(path);
    expect(countCanaries(bytes)).toBeGreaterThan(least);
    const { content } = await copyRecording(new Uint8Array(bytes));
    expect(countCanaries(content)).toBe(0);
    await writeFile(path, content);
    expect(givesAway.exec(await readTags(path))?.[0]).toBeUndefined();
  });
});

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
