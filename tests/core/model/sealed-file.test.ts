import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { emptyChain, nextEvent } from '../../../core/model/event-record.ts';
import { parseFileHeader, fileHeader, type SealedFile } from '../../../core/model/sealed-file.ts';
import { deriveContentTag, isMessageAuthentic, messageTag } from '../../../core/model/sealed-report.ts';
import { digestOfFile } from '../../../core/model/file-limits.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { newReturnCode } from '../../support/core/open-core.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const file: SealedFile = {
  id: 'a'.repeat(32),
  name: 'photo.jpg',
  type: 'image/jpeg',
  bytes: 3,
  digest: digestOfFile(bytesOf('abc')),
  isOriginal: false,
};

describe('the plaintext of a sealed file', () => {
  it('gives back its content, whatever zeros follow, to whoever asks for this file of this case', () => {
    fc.assert(
      fc.property(ids, fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(100), (id, content, zeros) => {
        const caseId = deriveCaseId(newReturnCode());
        const header = bytesOf(fileHeader({ caseId, id, bytes: content.length }));
        const plain = new Uint8Array([...header, ...content, ...new Uint8Array(zeros)]);
        expect(parseFileHeader(plain, { caseId, id })).toEqual({ start: header.length, bytes: content.length });
        expect(parseFileHeader(plain, { caseId: deriveCaseId(newReturnCode()), id })).toBeUndefined();
        expect(parseFileHeader(plain, { caseId, id: 'f'.repeat(32) })).toBeUndefined();
        expect(parseFileHeader(plain.subarray(0, header.length - 1), { caseId, id })).toBeUndefined();
      }),
    );
  });

  it('is none where it does not begin as one, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.string(), (bytes, text) => {
        const wanted = { caseId: deriveCaseId(newReturnCode()), id: file.id };
        expect(parseFileHeader(bytes, wanted)).toBeUndefined();
        expect(parseFileHeader(bytesOf(`${text}\n`), wanted)).toBeUndefined();
      }),
    );
  });
});

describe('what names a file', () => {
  it('has another tag once anything of a file is another, and the tag of before without files', () => {
    const code = newReturnCode();
    const key = new Uint8Array(32).fill(7);
    const writtenOn = daySchema.parse('2026-11-26');
    const said = {
      v: 1,
      caseId: deriveCaseId(code),
      direction: 'fromReporter',
      number: 1,
      id: 'i',
      writtenOn,
      text: 't',
    };
    const plain = { ...said, v: 1, direction: 'fromReporter' } as const;
    expect(messageTag(key, { ...plain, files: [] })).toBe(messageTag(key, plain));
    const message = { ...plain, files: [file], tag: messageTag(key, { ...plain, files: [file] }) };
    expect(isMessageAuthentic(key, message)).toBe(true);
    for (const other of [
      { id: 'b'.repeat(32) },
      { name: 'photo.jpeg' },
      { type: 'image/png' as const },
      { bytes: 4 },
      { digest: digestOfFile(bytesOf('abd')) },
      { isOriginal: true },
    ])
      expect(isMessageAuthentic(key, { ...message, files: [{ ...file, ...other }] })).toBe(false);
    expect(isMessageAuthentic(key, { ...message, files: [file, file] })).toBe(false);
    expect(isMessageAuthentic(key, { ...message, files: undefined })).toBe(false);
  });

  it('tells a report from the same with another file, by what is in the file', () => {
    const code = generateReturnCode((bytes) => new Uint8Array(bytes).fill(3));
    const answers = { mode: 'named', what: 'what happened', conflict: 'no', known: 'told', affected: 'yes' };
    expect(deriveContentTag(code, answers, [])).toBe('iXuDaqhNiNXMK1n5E7N9hl52L93L-VoFGJBDekxxTHI');
    const tag = deriveContentTag(code, answers, [file]);
    expect(tag).not.toBe(deriveContentTag(code, answers));
    const anew: SealedFile = { ...file, id: 'c'.repeat(32) };
    expect(deriveContentTag(code, answers, [anew])).toBe(tag);
    expect(deriveContentTag(code, answers, [{ ...anew, digest: digestOfFile(bytesOf('abd')) }])).not.toBe(tag);
  });

  it('stands in the hash of its entry, and leaves that of an entry without files as it was', () => {
    const caseId = deriveCaseId(generateReturnCode((bytes) => new Uint8Array(bytes).fill(3)));
    const received = { kind: 'received', by: 'system', at: '2026-11-26' } as const;
    const without = nextEvent(caseId, emptyChain, received);
    expect(without.hash).toBe('1_JH_j5LUS7lH0fOtsAbDEc9fWJcsf8GzoLuIh5Vl1w');
    const { id } = file;
    const hashes = [
      without.hash,
      ...[65_536, 131_072].map((bytes) => nextEvent(caseId, emptyChain, { ...received, files: [{ id, bytes }] }).hash),
    ];
    expect(new Set(hashes).size).toBe(3);
  });
});
