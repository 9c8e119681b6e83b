import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FilesPage, startFilesPage } from '../support/files/files-page.ts';
import { plainPng } from '../support/files/marked-png-webp.ts';
import { copyRecording, readRecording, recordingNames } from '../support/files/recording-corpus.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());

const loadedWorkers = (): readonly string[] => files.asked.filter((address) => address.includes('recording'));

describe('the clean copy of a recording', () => {
  it('is made by a worker that is loaded once a recording is chosen', async () => {
    await files.clean(plainPng(4, 4));
    expect(loadedWorkers()).toEqual([]);
    await files.clean(readRecording('voice.ogg'));
    expect(loadedWorkers()).toEqual([expect.stringMatching(/^\/tab\/assets\/recording-worker-[^/]+\.js$/u)]);
  });

  it.each(recordingNames)('%s is the same to the byte as one made without a browser', async (name) => {
    const cleaned = await files.clean(readRecording(name), 'ZZCANARY');
    if (cleaned.kind !== 'copy') throw new Error(`no copy: ${JSON.stringify(cleaned)}`);
    const elsewhere = await copyRecording(readRecording(name));
    expect(cleaned.content.equals(elsewhere.content)).toBe(true);
    expect(cleaned).toMatchObject({ type: elsewhere.type, was: elsewhere.sourceType, tells: elsewhere.metadata });
    expect(files.errors).toEqual([]);
  });

  it('is refused, with the page as it was, if the recording is of a form that is not copied, or is cut off', async () => {
    expect(await files.clean(readRecording('old.3gp'))).toEqual({ kind: 'refused', why: 'otherRecording' });
    expect(await files.clean(readRecording('film.mp4').slice(0, 300))).toEqual({ kind: 'refused', why: 'damaged' });
    expect(await files.clean(plainPng(4, 4))).toMatchObject({ kind: 'copy' });
    expect(files.errors).toEqual([]);
  });
});
