import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type CaseId, caseIdFromBytes } from '../../core/model/case-id.ts';
import { contentInMemory } from '../../core/model/file-content.ts';
import { decryptFile } from '../../crypto/decrypt-file.ts';
import { recipientFromIdentity } from '../../crypto/recipient.ts';
import { sealFile } from '../../crypto/seal-file.ts';
import { decryptAge } from '../../crypto/decrypt-age.ts';
import { encryptForRecipient } from '../../crypto/seal-text.ts';
import { seedIdentity } from '../support/tab/keys.ts';

const caseId: CaseId = caseIdFromBytes(new Uint8Array(10).fill(7));
const other: CaseId = caseIdFromBytes(new Uint8Array(10).fill(8));
const id = 'a1'.repeat(16);
const identity = seedIdentity(1);

async function sealed(content: Uint8Array): Promise<Uint8Array> {
  const { stream } = await sealFile({ caseId, id, content: contentInMemory(content) }, [
    await recipientFromIdentity(identity),
  ]);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64url');
const wantedOf = (content: Uint8Array) => ({ caseId, id, bytes: content.length, digest: digestOf(content) });

/** Bytes as they come, in pieces of a length. */
const inPieces = (bytes: Uint8Array, length: number): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
};

describe('a sealed file that comes piece by piece', () => {
  it('is what was sealed, in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 70_000 }),
        fc.integer({ min: 500, max: 300_000 }),
        async (content, length) => {
          const opened = await decryptFile(inPieces(await sealed(content), length), wantedOf(content), [identity]);
          expect(Buffer.from(opened).equals(Buffer.from(content))).toBe(true);
          // It can be handed over as a whole: nothing else stands in its memory.
          expect(opened.buffer.byteLength).toBe(content.length);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is not opened where it is another than the seal of the report names', async () => {
    const content = new TextEncoder().encode('words of somebody');
    const bytes = await sealed(content);
    const wanted = wantedOf(content);
    const open = (changed: Partial<typeof wanted>, stream = inPieces(bytes, 9_000)) =>
      decryptFile(stream, { ...wanted, ...changed }, [identity]);
    await expect(open({ caseId: other })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ id: 'b2'.repeat(16) })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ bytes: wanted.bytes - 1 })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ bytes: wanted.bytes + 1 })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({ digest: digestOf(bytes) })).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({}, inPieces(bytes.slice(0, -1), 9_000))).rejects.toMatchObject({ code: 'damaged' });
    await expect(open({}, inPieces(bytes.slice(0, 40_000), 9_000))).rejects.toMatchObject({ code: 'damaged' });
    // The last byte is of the padding, and is looked at all the same.
    const changed = bytes.slice();
    changed[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await expect(open({}, inPieces(changed, 9_000))).rejects.toMatchObject({ code: 'damaged' });
    await expect(decryptFile(inPieces(bytes, 9_000), wanted, [seedIdentity(2)])).rejects.toMatchObject({
      code: 'notForThisIdentity',
    });
  });
});

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
const inOnePiece = (content: Uint8Array) => ({ bytes: content.length, pieces: onePiece(content) });

describe('bytes that leave sealed', () => {
  it('are opened by age itself, with nothing before or behind them', async () => {
    const content = new TextEncoder().encode('an original');
    const bytes = await encryptForRecipient(inOnePiece(content), await recipientFromIdentity(identity));
    expect(Buffer.from(await decryptAge(bytes, { identities: [identity] })).toString()).toBe('an original');
    await expect(decryptAge(bytes, { identities: [seedIdentity(2)] })).rejects.toMatchObject({
      code: 'notForThisIdentity',
    });
  });

  it('are sealed to no line that is none, or of an older kind', async () => {
    await expect(encryptForRecipient(inOnePiece(new Uint8Array(1)), 'age1pq1zzz')).rejects.toMatchObject({
      code: 'malformedRecipient',
    });
    await expect(encryptForRecipient(inOnePiece(new Uint8Array(1)), 'age1qqqqqq')).rejects.toMatchObject({
      code: 'notHybrid',
    });
  });
});
