import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RecordingType } from '../../../core/model/file-limits.ts';
import { readRecordingStructure } from '../../../tab/files/recording-structure.ts';
import { cleanRecordings, readCleanRecording } from '../../support/files/clean-recordings.ts';

const inBytes = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const notClean = { ok: false, why: 'notClean' };
const otherType = { ok: false, why: 'otherType' };

const box = (name: string, ...content: readonly (string | Uint8Array)[]): Uint8Array => {
  const all = inBytes(...content);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, all.length + 8);
  return inBytes(size, name, all);
};

/** The bytes behind the first place where a name stands. */
function behind(bytes: Uint8Array, name: string): DataView {
  const at = Buffer.from(bytes).indexOf(name, 'latin1');
  if (at === -1) throw new Error('the name is not there');
  return new DataView(bytes.buffer, at + name.length);
}

describe('a clean copy of a recording', () => {
  it.each(cleanRecordings)('is known as one: %s', (name, type) => {
    const hasPicture = /film|hevc/u.test(name);
    expect(readRecordingStructure(type, readCleanRecording(name))).toEqual({ ok: true, hasPicture });
  });

  it.each(cleanRecordings)('is no recording of another type: %s', (name, own) => {
    const others = new Set<RecordingType>(cleanRecordings.map(([, type]) => type).filter((type) => type !== own));
    // A video without a picture may be sound alone.
    if (own === 'audio/mp4') others.delete('video/mp4');
    for (const type of others) expect(readRecordingStructure(type, readCleanRecording(name))).toEqual(otherType);
  });

  it.each(cleanRecordings)('holds nothing behind its end, and is whole: %s', (name, type) => {
    const bytes = readCleanRecording(name);
    expect(readRecordingStructure(type, inBytes(bytes, 'PK\u0003\u0004<script>x()</script>'))).toEqual(notClean);
    // The last frame of an MP3 may be cut off, and breaks nothing.
    if (type !== 'audio/mpeg') expect(readRecordingStructure(type, bytes.subarray(0, -3))).toEqual(notClean);
  });
});

describe('a recording that holds more than a clean copy', () => {
  const film = readCleanRecording('film.mp4');
  const ftyp = film.subarray(0, 28);
  it.each([
    ['words about it', box('udta', box('meta', 'a place'))],
    ['a box that nobody knows', box('uuid', 'x'.repeat(40))],
    ['free space', box('free', 'x'.repeat(40))],
  ])('is none: %s', (_, more) => {
    expect(readRecordingStructure('video/mp4', inBytes(ftyp, more, film.subarray(28)))).toEqual(notClean);
  });

  it.each(['stts', 'stsc', 'stsz', 'stco', 'trun'])('is none if a table promises more than it has: %s', (table) => {
    const bytes = readCleanRecording('film.mp4');
    behind(bytes, table).setUint32(table === 'stsz' ? 8 : 4, 0x7fff_ffff);
    expect(readRecordingStructure('video/mp4', bytes)).toEqual(notClean);
  });

  it('is none if its codec is of no list', () => {
    const bytes = Buffer.from(readCleanRecording('film.mp4'));
    bytes.write('mp4v', bytes.indexOf('avc1'), 'latin1');
    expect(readRecordingStructure('video/mp4', bytes)).toEqual(notClean);
    const web = Buffer.from(readCleanRecording('film.webm'));
    web.write('V_XXX', web.indexOf('V_VP8'), 'latin1');
    expect(readRecordingStructure('video/webm', web)).toEqual(notClean);
  });

  it('is none with tags, chapters or an attachment in a WebM', () => {
    for (const id of ['1254c367', '1043a770', '1941a469']) {
      const more = inBytes(Buffer.from(`${id}84`, 'hex'), 'abcd');
      expect(readRecordingStructure('video/webm', inBytes(readCleanRecording('film.webm'), more))).toEqual(notClean);
    }
  });

  it('is none with a comment in an Ogg, a tag before or behind an MP3, a chunk in a WAV', () => {
    const ogg = readCleanRecording('note.ogg');
    const tags = behind(ogg, 'OpusTags');
    tags.setUint32(4 + tags.getUint32(0, true), 1, true);
    expect(readRecordingStructure('audio/ogg', ogg)).toEqual(notClean);
    const mp3 = readCleanRecording('note.mp3');
    expect(readRecordingStructure('audio/mpeg', inBytes('ID3\u0003', mp3))).toEqual(otherType);
    expect(readRecordingStructure('audio/mpeg', inBytes(mp3, 'TAG', 'x'.repeat(125)))).toEqual(notClean);
    const wav = readCleanRecording('note.wav');
    const longer = inBytes(wav, 'LIST', new Uint8Array([4, 0, 0, 0]), 'INFO');
    new DataView(longer.buffer, longer.byteOffset).setUint32(4, longer.length - 8, true);
    expect(readRecordingStructure('audio/wav', longer)).toEqual(notClean);
  });
});

describe('a file that says it is a recording', () => {
  it.each([
    ['a page', '<!doctype html><video src="https://elsewhere.example/a.mp4"></video>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'],
    ['a list of others', '#EXTM3U\nhttps://elsewhere.example/a.ts\n'],
    ['nothing', ''],
  ])('is none: %s', (_, content) => {
    for (const [, type] of cleanRecordings) expect(readRecordingStructure(type, inBytes(content))).toEqual(otherType);
  });

  it('is answered for, whatever was changed in it', () => {
    const anyOf = fc.constantFrom(...cleanRecordings);
    const changes = fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyOf, changes, fc.option(fc.nat(10_000)), ([name, type], places, cutAt) => {
        const bytes = readCleanRecording(name);
        for (const [place, value] of places) bytes[place % bytes.length] = value;
        const some = cutAt === null ? bytes : bytes.subarray(0, cutAt);
        expect(readRecordingStructure(type, some)).toHaveProperty('ok');
      }),
      { numRuns: 2_000 },
    );
  });
});
