import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { languages } from '../../../../core/model/language.ts';
import { readPictureSize } from '../../../../tab/files/picture-header.ts';
import { filePickerWords } from '../../../../words/tab/file-picker.ts';
import { translateWord } from '../../../../words/translate-word.ts';
import { cleanRecordings, readCleanRecording } from '../../../support/files/clean-recordings.ts';
import {
  type DrivenBrowser,
  startChromium,
  startFirefox,
  startWebKitGtk,
} from '../../../support/files/driven-browsers.ts';
import { type CleanedInBrowser, cleanInPage, startFilesServer } from '../../../support/files/files-page.ts';
import { generatePicture } from '../../../support/files/generated-picture.ts';
import { markedJpeg } from '../../../support/files/marked-jpeg.ts';
import { markedPdf } from '../../../support/files/marked-pdf.ts';
import { markedPng, markedWebp, plainPng } from '../../../support/files/marked-png-webp.ts';
import { waitFor } from '../../../support/journeys/wait-for.ts';
import {
  copyRecording,
  readRecording,
  recordingCanary,
  recordingNames,
} from '../../../support/files/recording-corpus.ts';

const size = { width: 64, height: 48 };
const readFixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/office-and-heic', name));

let server: Awaited<ReturnType<typeof startFilesServer>>;
let folder: string;
/** As Chromium encodes them. */
const plain: { jpeg: Buffer; webp: Buffer } = { jpeg: Buffer.of(), webp: Buffer.of() };
beforeAll(async () => {
  server = await startFilesServer();
  folder = await mkdtemp(join(tmpdir(), 'candour-browsers-'));
  const chromium = await startChromium();
  await chromium.open(server.address);
  plain.jpeg = await generatePicture(chromium, 'image/jpeg', size);
  plain.webp = await generatePicture(chromium, 'image/webp', size);
  await chromium.stop();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Each picture and document with marks in it, and the size of its copy. */
const marked: Readonly<Record<string, () => readonly [Buffer, { readonly width: number; readonly height: number }?]>> =
  {
    'a JPEG': () => [markedJpeg(plain.jpeg, recordingCanary), size],
    'a PNG': () => [markedPng(plainPng(64, 48), recordingCanary), size],
    'a WebP': () => [markedWebp(plain.webp, size, recordingCanary), size],
    'a HEIC': () => [readFixture('marked.heic'), { width: 96, height: 64 }],
    'a HEIC that is turned': () => [readFixture('turned.heic'), { width: 64, height: 96 }],
    'a PDF': () => [markedPdf(recordingCanary)],
    'a Word file': () => [readFixture('marked.docx')],
  };

/** Groups of exiftool that tell how a file is built, not what is in its tags. */
const builtGroups = new Set(['SourceFile', 'ExifTool', 'System', 'File', 'Composite', 'PNG', 'PDF']);
const builtTags =
  /^(?:PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace)|PDF:(?:PDFVersion|Linearized|PageCount))$/u;

/** The tags that exiftool finds in it beside how it is built. */
async function readTags(content: Buffer): Promise<readonly string[]> {
  const path = join(folder, 'copy');
  await writeFile(path, content);
  const { stdout } = await promisify(execFile)('exiftool', ['-a', '-G0', '-ee', '-json', path]);
  const [tags = {}] = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(stdout));
  return Object.keys(tags).filter((tag) => {
    const [group = ''] = tag.split(':');
    return !builtGroups.has(group) || ((group === 'PNG' || group === 'PDF') && !builtTags.test(tag));
  });
}

function copyOf(cleaned: CleanedInBrowser): Extract<CleanedInBrowser, { kind: 'copy' }> {
  if (cleaned.kind !== 'copy') throw new Error(`no copy: ${JSON.stringify(cleaned)}`);
  return cleaned;
}

type Unplayed = Readonly<Record<string, 'files.noPicture' | 'files.notPlayed'>>;

describe.each([
  // HEVC needs a decoder of the machine's.
  ['Chromium', startChromium, { 'hevc.mp4': 'files.noPicture' }],
  ['Firefox', startFirefox, {}],
  // It begins no MP4 of picture and sound that is written as it streams, if it is in memory.
  ['WebKitGTK', startWebKitGtk, { 'film.mp4': 'files.notPlayed', 'hevc.mp4': 'files.notPlayed' }],
] as const satisfies readonly (readonly [string, unknown, Unplayed])[])('%s', (_, start, unplayed: Unplayed) => {
  let browser: DrivenBrowser;
  const waitUntil = (expression: string): Promise<true> =>
    waitFor(expression, async () => ((await browser.evaluate(expression)) === true ? true : undefined));
  const open = async (): Promise<void> => {
    await browser.open(server.address);
    await waitUntil('globalThis.candourFiles !== undefined');
  };
  beforeAll(async () => {
    browser = await start();
  });
  beforeAll(() => open());
  afterAll(() => browser.stop());

  it.each(recordingNames)('makes a copy of %s that is the same to the byte without a browser', async (name) => {
    const copy = copyOf(await cleanInPage(browser.evaluate, readRecording(name)));
    const elsewhere = await copyRecording(readRecording(name));
    expect(copy.content.equals(elsewhere.content)).toBe(true);
    expect(copy).toMatchObject({ type: elsewhere.type, was: elsewhere.sourceType, tells: elsewhere.metadata });
  });

  // Each browser's own encoder writes other bytes of a picture.
  it.each(Object.keys(marked))('makes a copy of %s as large as it, without a tag or a mark', async (name) => {
    const [bytes, expected] = marked[name]?.() ?? [Buffer.of()];
    expect(await readTags(bytes)).not.toEqual([]);
    const copy = copyOf(await cleanInPage(browser.evaluate, bytes));
    for (const content of [copy.content, ...(copy.pictures === undefined ? [] : [copy.pictures])]) {
      expect(content.includes(recordingCanary)).toBe(false);
      expect(await readTags(content)).toEqual([]);
    }
    if (expected === undefined) return;
    if (copy.type !== 'image/jpeg' && copy.type !== 'image/png') throw new Error(`a copy of type ${copy.type}`);
    expect(readPictureSize(copy.type, copy.content)).toEqual(expected);
  });

  describe.each(languages)('with the picker of files in %s', (language) => {
    const words = (key: keyof typeof filePickerWords): string =>
      translateWord(language, filePickerWords[key], { seconds: '\u0000' });
    const isSaid = (key: keyof typeof filePickerWords): string => {
      const parts = JSON.stringify(words(key).split('\u0000'));
      return `${parts}.every((part) => [...document.querySelectorAll('[role=alert]')].some((one) => one.textContent.includes(part)))`;
    };
    const choose = async (bytes: Uint8Array): Promise<void> => {
      await open();
      await browser.evaluate(`globalThis.candourFiles.loadPicker().then((one) => one.mountFilePicker('${language}'))`);
      await waitUntil(`document.querySelector('input[type=file]') !== null`);
      await browser.evaluate(`(() => {
        const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (sign) => sign.charCodeAt(0));
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes], 'chosen'));
        const input = document.querySelector('input[type=file]');
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    };
    /** To its end, without sound: the machine may have nothing that plays it. */
    const play = async (): Promise<unknown> => {
      await waitUntil(`document.querySelector('iframe') !== null`);
      await waitFor('the player is there', async () =>
        (await browser.evaluateInFrame(`(document.querySelector('video, audio')?.readyState ?? 0) > 0`)) === true
          ? true
          : undefined,
      );
      return browser.evaluateInFrame(`new Promise((resolve, reject) => {
        const player = document.querySelector('video, audio');
        player.addEventListener('ended', () => resolve((player.videoWidth ?? 1) > 0));
        player.muted = true;
        player.play().catch(reject);
      })`);
    };

    it.each(cleanRecordings.map(([name]) => name))('plays %s to its end, or says that it cannot', async (name) => {
      await choose(readCleanRecording(name));
      const said = unplayed[name];
      if (said === undefined) expect(await play()).toBe(true);
      else await waitUntil(isSaid(said));
    });

    it('says of a film that was cut that it has to be played, and that it was, or that it cannot be', async () => {
      await choose(readRecording('cut-beginning.mp4'));
      await waitUntil(isSaid('files.uncovered'));
      if (unplayed['film.mp4'] !== undefined) {
        await waitUntil(isSaid('files.uncoveredUnplayable'));
        return;
      }
      expect(await play()).toBe(true);
      await waitUntil(isSaid('files.uncoveredPlayed'));
    });
  });
});
