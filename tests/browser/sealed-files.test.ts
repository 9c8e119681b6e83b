import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { decryptWholeFile } from '../support/files/decrypt-file.ts';
import { type FilesPage, startFilesPage } from '../support/files/files-page.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());

const caseId = deriveCaseId(generateReturnCode(randomBytes));
const id = '0123456789abcdef0123456789abcdef';
const sealedSchema = z.object({
  bytes: z.int(),
  read: z.int(),
  milliseconds: z.number(),
  largest: z.int(),
  sealed: z.string(),
});

/** Seals a content of this length in the page, to these lines, and reads it to its end as the sending does. */
async function sealedInPage(
  length: number,
  lines: readonly string[],
  keep: boolean,
): Promise<z.infer<typeof sealedSchema>> {
  const sealed: unknown = await files.page.evaluate(`(async () => {
    const content = new Uint8Array(${length}).map((_one, at) => (at * 31) % 251);
    let largest = 0;
    const begun = performance.now();
    const { bytes, stream } = await globalThis.candourFiles.sealFile(
      { caseId: ${JSON.stringify(caseId)}, id: '${id}', content: globalThis.candourFiles.contentInMemory(content) }, ${JSON.stringify(lines)});
    const pieces = [];
    let read = 0;
    const reader = stream.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      read += step.value.length;
      if (${keep}) pieces.push(step.value.slice());
      largest = Math.max(largest, step.value.length);
    }
    const milliseconds = performance.now() - begun;
    const sealed = await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.readAsDataURL(new Blob(pieces));
    });
    return { bytes, read, milliseconds, largest, sealed: ${keep} ? sealed : '' };
  })()`);
  return sealedSchema.parse(sealed);
}

describe('a file that is sealed in Chromium', () => {
  it('opens elsewhere to the same content', async () => {
    const identity = await generateHybridIdentity();
    const { bytes, sealed } = await sealedInPage(300_000, [await identityToRecipient(identity)], true);
    expect(bytes).toBe(524_288);
    const content = await decryptWholeFile(Buffer.from(sealed, 'base64'), { caseId, id }, { identities: [identity] });
    expect(content).toEqual(new Uint8Array(300_000).map((_one, at) => (at * 31) % 251));
  });

  it('has ten megabytes at most, and is made piece by piece: what it took is written down', async () => {
    const lines = await Promise.all([1, 2, 3, 4].map(async () => identityToRecipient(await generateHybridIdentity())));
    const { bytes, read, milliseconds, largest } = await sealedInPage(10 * 1024 * 1024, lines, false);
    expect(read).toBe(bytes);
    expect(bytes).toBe(12 * 1024 * 1024);
    // No more is held beside the content than a piece of age with its tag.
    expect(largest).toBeLessThanOrEqual(65_552);
    // How long it took depends on the machine: nobody fails by it.
    const folder = join(import.meta.dirname, '../../test-results');
    mkdirSync(folder, { recursive: true });
    const took = { milliseconds: Math.round(milliseconds), largestPiece: largest };
    writeFileSync(join(folder, 'files-sealed.json'), `${JSON.stringify(took)}\n`);
  });
});
