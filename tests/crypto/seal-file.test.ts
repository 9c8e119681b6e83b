import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { decryptWholeFile } from '../support/files/decrypt-file.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { contentInMemory, type FileContent } from '../../core/model/file-content.ts';
import { fileLimits, sizeClasses } from '../../core/model/file-limits.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { ContentChangedError, type SealedStream, sealFile } from '../../crypto/seal-file.ts';

const aCase = () => deriveCaseId(generateReturnCode(randomBytes));
const caseId = aCase();
const id = '0123456789abcdef0123456789abcdef';
const opened = { caseId, id };
let identities: readonly string[];
let lines: readonly string[];
beforeAll(async () => {
  identities = await Promise.all([1, 2, 3].map(() => generateHybridIdentity()));
  lines = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
});

const bytesOf = async ({ stream }: Pick<SealedStream, 'stream'>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());
const filled = (length: number): Uint8Array => Uint8Array.from({ length }, (_one, at) => (at * 31 + 7) % 256);

describe('a sealed file', () => {
  it('opens to its content, whatever that is and whoever it is for, and has the length that it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 400_000 }).map(filled)),
        fc.integer({ min: 1, max: 3 }),
        async (content, group) => {
          const sealed = await sealFile({ caseId, id, content: contentInMemory(content) }, lines.slice(0, group));
          const bytes = await bytesOf(sealed);
          expect(bytes.length).toBe(sealed.bytes);
          expect(sizeClasses).toContain(bytes.length);
          expect(await decryptWholeFile(bytes, opened, { identities: [identities[group - 1] ?? ''] })).toEqual(content);
        },
      ),
      { numRuns: process.env.SLOW ? 300 : 30 },
    );
  });

  it('has one length for all contents of a class, and tells them apart by nothing', async () => {
    const lengths = await Promise.all(
      [1, 100, 30_000, 60_000].map(
        async (length) => (await sealFile({ caseId, id, content: contentInMemory(filled(length)) }, lines)).bytes,
      ),
    );
    expect(new Set(lengths)).toEqual(new Set([65_536]));
  });

  it('takes the largest content that there may be', async () => {
    const content = filled(fileLimits.bytes);
    const sealed = await sealFile({ caseId, id, content: contentInMemory(content) }, lines);
    const bytes = await bytesOf(sealed);
    expect(bytes.length).toBe(12 * 1024 * 1024);
    expect(Buffer.compare(await decryptWholeFile(bytes, opened, { identities }), content)).toBe(0);
  });

  it('is not made of what no class takes, nor for nobody, nor for somebody without a post-quantum line', async () => {
    const content = contentInMemory(filled(10));
    await expect(
      sealFile({ caseId, id, content: { ...contentInMemory(filled(10)), bytes: 101_000_000 } }, lines),
    ).rejects.toThrow(RangeError);
    await expect(sealFile({ caseId, id, content }, [])).rejects.toMatchObject({ code: 'noRecipient' });
    const classic = await identityToRecipient(await generateX25519Identity());
    await expect(sealFile({ caseId, id, content }, [classic])).rejects.toMatchObject({ code: 'notHybrid' });
  });

  it('is not opened in the place of another, nor where a part of it is missing, doubled or in another place', async () => {
    const bytes = await bytesOf(await sealFile({ caseId, id, content: contentInMemory(filled(300_000)) }, lines));
    const keys = { identities };
    await expect(decryptWholeFile(bytes, { caseId: aCase(), id }, keys)).rejects.toMatchObject({ code: 'damaged' });
    await expect(decryptWholeFile(bytes, { caseId, id: id.replace('0', 'f') }, keys)).rejects.toMatchObject({
      code: 'damaged',
    });
    const half = bytes.length / 2;
    const [one, two] = [bytes.subarray(0, half), bytes.subarray(half)];
    for (const torn of [[one], [one, one], [one, two, two], [one, two.subarray(65_552), two.subarray(0, 65_552)]])
      await expect(decryptWholeFile(Buffer.concat(torn), opened, keys)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('a sealed file whose content is made twice', () => {
  const madeFrom = (said: Uint8Array, pieces: readonly Uint8Array[], fails = false): FileContent => ({
    ...contentInMemory(said),
    stream() {
      const left = pieces.values();
      return new ReadableStream({
        pull(controller) {
          const step = left.next();
          if (!step.done) controller.enqueue(new Uint8Array(step.value));
          else if (fails) controller.error(new Error('gone'));
          else controller.close();
        },
      });
    },
  });

  it('is never whole if the second making differs from the first in a byte, is shorter, longer or stops', async () => {
    const said = filled(200_000);
    const other = said.with(150_000, 255 - (said[150_000] ?? 0));
    const whole = await bytesOf(await sealFile({ caseId, id, content: madeFrom(said, [said]) }, lines));
    expect(Buffer.compare(await decryptWholeFile(whole, opened, { identities }), said)).toBe(0);
    for (const content of [
      madeFrom(said, [other]),
      madeFrom(said, [said.subarray(1)]),
      madeFrom(said, [said, said.subarray(0, 1)]),
      madeFrom(said, []),
      madeFrom(said, [said], true),
      madeFrom(said, [said.subarray(0, 100)], true),
    ]) {
      const { stream, bytes } = await sealFile({ caseId, id, content }, lines);
      const reader = stream.getReader();
      let read = 0;
      const readAll = async (): Promise<void> => {
        for (let step = await reader.read(); !step.done; step = await reader.read()) read += step.value.length;
      };
      await expect(readAll()).rejects.toThrow(ContentChangedError);
      expect(read).toBeLessThan(bytes);
    }
  });

  it('lets go of its source if nobody wants the rest', async () => {
    let isCancelled = false;
    const content: FileContent = {
      ...contentInMemory(filled(200_000)),
      stream: () =>
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
          cancel: () => void (isCancelled = true),
        }),
    };
    const reader = (await sealFile({ caseId, id, content }, lines)).stream.getReader();
    for (let read = 0; read < 65_552; ) read = (await reader.read()).value?.length ?? Number.POSITIVE_INFINITY;
    await reader.cancel();
    await waitFor('the source is let go', () => isCancelled || undefined);
  });
});
