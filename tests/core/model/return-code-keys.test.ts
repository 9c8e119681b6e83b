import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  deriveCaseId,
  deriveContentTagKey,
  deriveDraftId,
  deriveDraftKey,
  deriveMailboxSeed,
  deriveMessageKey,
} from '../../../core/model/return-code-keys.ts';
import { generateReturnCode, parseReturnCode } from '../../../core/model/return-code.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => generateReturnCode(() => bytes));
const everythingOf = (code: ReturnType<typeof generateReturnCode>): readonly string[] => [
  hex(deriveMailboxSeed(code)),
  hex(deriveDraftKey(code)),
  hex(deriveMessageKey(code)),
  hex(deriveContentTagKey(code)),
  deriveDraftId(code),
];

describe('what comes from a return code', () => {
  // Worked out with another implementation of HKDF (RFC 5869). A change here loses every report that is saved.
  it('stays what it is, for ever', () => {
    const code = generateReturnCode(() => Uint8Array.from({ length: 15 }, (_, place) => place));
    expect(code).toBe('000G40R40M30E209185GR38T');
    expect(deriveCaseId(code)).toBe('NBHFY3RXEE');
    expect(everythingOf(code)).toEqual([
      '22106e0841c2a1f371e571abde7f6b75cb5f820d55065e8dea67ed70d264c7be',
      '815c776c30248d4aab268cf16375f3ca0f5cfa16a78d068143b17818b5c38963',
      '3982d3a94993a09dedd04eceeb41038eb557810fb0cbe35dd6af56440de6914e',
      '7db7e88f3497f59a19179fb8dee7446cc520f23b960b57bab3b50a9b6dc9d041',
      '0dea56e6ebe30697988f08199f934cd3',
    ]);
  });

  it('is the same however the code was typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = parseReturnCode(` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}.`);
        expect(typed && [deriveCaseId(typed), ...everythingOf(typed)]).toEqual([
          deriveCaseId(code),
          ...everythingOf(code),
        ]);
      }),
    );
  });

  it('is another thing for each purpose, and none begins as another does', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const beginnings = everythingOf(code).map((text) => text.slice(0, 16));
        expect(new Set(beginnings).size).toBe(beginnings.length);
        expect(everythingOf(code).join('').toUpperCase()).not.toContain(deriveCaseId(code));
      }),
    );
  });

  it('is another thing for another code', () => {
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        fc.pre(one !== other);
        expect(deriveCaseId(one)).not.toBe(deriveCaseId(other));
        const shared = everythingOf(one).filter((text) => everythingOf(other).includes(text));
        expect(shared).toEqual([]);
      }),
    );
  });
});
