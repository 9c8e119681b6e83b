import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import {
  isMessageAuthentic,
  messageTag,
  type SealedMessage,
  sealedMessageSchema,
} from '../../../core/model/sealed-report.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { newReturnCode } from '../../support/core/open-core.ts';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const plain = fc.record({
  v: fc.constant(1 as const),
  caseId: fc.constant(null).map(() => deriveCaseId(newReturnCode())),
  direction: fc.constantFrom('fromReporter' as const, 'toReporter' as const),
  number: fc.integer({ min: 1, max: 1_000 }),
  id: fc.string({ maxLength: 40 }),
  writtenOn: fc.constantFrom(daySchema.parse('2026-11-25'), daySchema.parse('2026-11-26')),
  text: fc.string({ unit: 'grapheme', maxLength: 200 }),
});
const written = (key: Uint8Array, message: Omit<SealedMessage, 'tag'>): SealedMessage => ({
  ...message,
  tag: messageTag(key, message),
});

describe('a message', () => {
  it('is genuine by the key it was written with, also after it was carried as JSON', () => {
    fc.assert(
      fc.property(keys, plain, (key, message) => {
        const carried = sealedMessageSchema.parse(JSON.parse(JSON.stringify(written(key, message))));
        expect(isMessageAuthentic(key, carried)).toBe(true);
      }),
    );
  });

  it('is not genuine once any field of it is another', () => {
    fc.assert(
      fc.property(keys, plain, plain, (key, message, other) => {
        const genuine = written(key, message);
        const changes: readonly Partial<SealedMessage>[] = [
          { caseId: other.caseId },
          { direction: message.direction === 'fromReporter' ? 'toReporter' : 'fromReporter' },
          { number: message.number + other.number },
          { id: `${message.id}${other.id}+` },
          { writtenOn: daySchema.parse('2026-11-27') },
          { text: `${other.text}${message.text}.` },
          { tag: messageTag(key, { ...message, text: `${message.text}.` }) },
          { tag: genuine.tag.slice(1) },
          { tag: '' },
        ];
        for (const change of changes) expect(isMessageAuthentic(key, { ...genuine, ...change })).toBe(false);
      }),
    );
  });

  it('is not genuine where words move from one field to the next', () => {
    const key = deriveMessageKey(newReturnCode());
    fc.assert(
      fc.property(plain, fc.string({ minLength: 1 }), (message, part) => {
        const genuine = written(key, { ...message, id: `${message.id}${part}` });
        expect(isMessageAuthentic(key, { ...genuine, id: message.id, text: `${part}${message.text}` })).toBe(false);
      }),
    );
  });

  it('is not genuine by any other key', () => {
    fc.assert(
      fc.property(keys, keys, plain, (key, other, message) => {
        fc.pre(!Buffer.from(key).equals(other));
        expect(isMessageAuthentic(other, written(key, message))).toBe(false);
      }),
    );
  });

  it('has the tag that it had before a message could say something beside its words', () => {
    const message = {
      v: 1,
      caseId: caseIdFromBytes(new Uint8Array(8).fill(1)),
      direction: 'fromReporter',
      number: 1,
      id: 'one',
      writtenOn: daySchema.parse('2026-11-25'),
      text: 'more',
    } as const;
    expect(messageTag(new Uint8Array(32).fill(7), message)).toBe('53oLIH0EoiHTNExXTmAcW2AXPKNs2FTRSPPYo-7iHnQ');
  });

  it('is not genuine once what it says beside its words was added, or taken away', () => {
    fc.assert(
      fc.property(keys, plain, (key, message) => {
        const withdrawn = written(key, { ...message, says: 'consentWithdrawn' });
        expect(isMessageAuthentic(key, sealedMessageSchema.parse(JSON.parse(JSON.stringify(withdrawn))))).toBe(true);
        const { says: _said, ...without } = withdrawn;
        expect(isMessageAuthentic(key, without)).toBe(false);
        expect(isMessageAuthentic(key, { ...written(key, message), says: 'consentWithdrawn' })).toBe(false);
      }),
    );
  });
});
