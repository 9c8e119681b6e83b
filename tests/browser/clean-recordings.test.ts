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

  it('is made again each time it is read, to the byte, if it is too long to be kept', async () => {
    const answer: unknown = await files.page.evaluate(`(async () => {
      const samples = 30_000_000;
      const wav = new Uint8Array(44 + samples);
      const view = new DataView(wav.buffer);
      wav.set(new TextEncoder().encode('RIFF....WAVEfmt '));
      [[4, 36 + samples], [16, 16], [24, 48_000], [28, 96_000], [40, samples]].forEach(([at, value]) => view.setUint32(at, value, true));
      [[20, 1], [22, 1], [32, 2], [34, 16]].forEach(([at, value]) => view.setUint16(at, value, true));
      wav.set(new TextEncoder().encode('data'), 36);
      for (let at = 44; at < wav.length; at += 997) wav[at] = at % 251;
      const how = { signal: new AbortController().signal, onPage() {} };
      const { copy } = await globalThis.candourFiles.cleanFile(new File([wav], 'long.wav'), how);
      const read = async () => {
        const whole = new Uint8Array(await new Response(copy.content.stream()).arrayBuffer());
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
        return btoa(String.fromCharCode(...digest)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      };
      const cancelled = copy.content.stream().getReader();
      await cancelled.read();
      await cancelled.cancel();
      const digests = [await read(), await read()];
      return [copy.preview === undefined, copy.content.bytes, digests.every((digest) => digest === copy.content.digest)];
    })()`);
    expect(answer).toEqual([true, 30_000_044, true]);
  });

  it('is refused, with the page as it was, if the recording is of a form that is not copied, or is cut off', async () => {
    expect(await files.clean(readRecording('old.3gp'))).toEqual({ kind: 'refused', why: 'otherRecording' });
    expect(await files.clean(readRecording('film.mp4').slice(0, 300))).toEqual({ kind: 'refused', why: 'damaged' });
    expect(await files.clean(plainPng(4, 4))).toMatchObject({ kind: 'copy' });
    expect(files.errors).toEqual([]);
  });
});
