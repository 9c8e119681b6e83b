import { describe, expect, it } from '@jest/globals';
import { type CaseId, caseIdFromBytes } from '../../../core/model/case-id.ts';
import { contentInMemory } from '../../../core/model/file-content.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import { recipientFromIdentity } from '../../../crypto/recipient.ts';
import { sealFile } from '../../../crypto/seal-file.ts';
import { createApiClient } from '../../../tab/api/api-client.ts';
import { fetchFileContent } from '../../../tab/file-viewer/fetch-file-content.ts';
import { createCaseFile, caseFileContent } from '../../support/tab/case-file.ts';
import { seedIdentity } from '../../support/tab/keys.ts';

const caseId: CaseId = caseIdFromBytes(new Uint8Array(10).fill(3));
const identity = seedIdentity(1);

interface Server {
  readonly parts: readonly Uint8Array[];
  /** A refusal in the place of the answer to a question, by its number from 0. */
  readonly refused?: Readonly<Record<number, Refusal>>;
}

/** The page's own client of a server that hands out these parts, and what was asked of it. */
function clientOf({ parts, refused = {} }: Server) {
  const asked: string[] = [];
  const call = createApiClient({
    getToken: async () => 'token',
    origin: 'https://server.example',
    async fetch(address, init) {
      const request = new Request(address, init);
      const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
      const body: { readonly part?: number; readonly opening?: number } = await request.json();
      const refusal = refused[asked.length];
      asked.push(`${name} ${body.part ?? 0} ${body.opening ?? ''}`.trim());
      if (refusal !== undefined) return Response.json(refusal, { status: refusal.code === 'tooOften' ? 429 : 409 });
      const bytes = parts.reduce((sum, { length }) => sum + length, 0);
      return Response.json({ opening: 7, bytes, data: Buffer.from(parts[body.part ?? 0] ?? []).toString('base64') });
    },
  });
  return { call, asked };
}

async function sealedParts(content: Uint8Array, id: string): Promise<readonly Uint8Array[]> {
  const { stream, bytes } = await sealFile({ caseId, id, content: contentInMemory(content) }, [
    await recipientFromIdentity(identity),
  ]);
  const sealed = new Uint8Array(await new Response(stream).arrayBuffer());
  return Array.from({ length: Math.ceil(bytes / partBytes) }, (_, part) =>
    sealed.subarray(part * partBytes, (part + 1) * partBytes),
  );
}

const large = new Uint8Array(700_000).map((_, at) => at % 251);
const file = createCaseFile();
const kept = { id: file.id, bytes: 65_536 };

async function fetched(
  server: Server,
  more: { readonly identities?: readonly string[]; readonly signal?: AbortSignal } = {},
) {
  const seen: string[] = [];
  const waited: number[] = [];
  const { call, asked } = clientOf(server);
  const outcome = await fetchFileContent(
    { file, stored: { ...kept, bytes: server.parts.reduce((sum, { length }) => sum + length, 0) } },
    {
      call,
      identities: more.identities ?? [identity],
      caseId,
      onPart: (done, of) => seen.push(`${done}/${of}`),
      signal: more.signal ?? new AbortController().signal,
      wait: async (ms) => waited.push(ms),
    },
  );
  return { outcome, seen, asked, waited };
}

describe('the content of a file', () => {
  it('is fetched a part after another, each under the entry that the first left, and is what was sealed', async () => {
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', large)).toString('base64url');
    const parts = await sealedParts(large, file.id);
    const { call, asked } = clientOf({ parts });
    const named = { file: createCaseFile({ bytes: large.length, digest }), stored: { id: file.id, bytes: 1_048_576 } };
    const seen: number[] = [];
    const outcome = await fetchFileContent(named, {
      call,
      identities: [identity],
      caseId,
      onPart: (done) => seen.push(done),
      signal: new AbortController().signal,
    });
    expect(outcome.ok && Buffer.from(outcome.content).equals(Buffer.from(large))).toBe(true);
    expect(asked).toEqual([
      'case.openFile 0',
      'case.openFilePart 1 7',
      'case.openFilePart 2 7',
      'case.openFilePart 3 7',
    ]);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it('is asked for again where the page asks too often, and is refused where it stays so', async () => {
    const parts = await sealedParts(caseFileContent, file.id);
    const tooOften = { code: 'tooOften' } as const;
    const patient = await fetched({ parts, refused: { 0: tooOften, 1: tooOften } });
    expect([patient.outcome.ok, patient.asked.length, patient.waited.length]).toEqual([true, 3, 2]);
    const always = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [at, tooOften]));
    const never = await fetched({ parts, refused: always });
    expect(never.outcome).toEqual({ ok: false, why: 'refused', refusal: tooOften });
    expect(never.asked.length).toBeLessThan(20);
  });

  it('is not there where a part is missing, in the words of the server', async () => {
    const parts = await sealedParts(caseFileContent, file.id);
    const refusal = { code: 'notAllowed', why: 'fileMissing' } as const;
    expect((await fetched({ parts, refused: { 0: refusal } })).outcome).toEqual({ ok: false, why: 'refused', refusal });
    const { call, asked } = clientOf({ parts });
    const outcome = await fetchFileContent(
      { file, stored: undefined },
      { call, identities: [identity], caseId, onPart: () => undefined, signal: new AbortController().signal },
    );
    expect([outcome, asked]).toEqual([{ ok: false, why: 'refused', refusal }, []]);
  });

  it('is dropped where it is another file, of another name or length, or damaged', async () => {
    const mismatch = { ok: false, why: 'mismatch' };
    const another = new TextEncoder().encode('what a witness say');
    expect((await fetched({ parts: await sealedParts(another, file.id) })).outcome).toEqual(mismatch);
    expect((await fetched({ parts: await sealedParts(caseFileContent, 'b2'.repeat(16)) })).outcome).toEqual(mismatch);
    const [whole = new Uint8Array()] = await sealedParts(caseFileContent, file.id);
    const { call } = clientOf({ parts: [whole.subarray(0, 60_000)] });
    const short = await fetchFileContent(
      { file, stored: kept },
      { call, identities: [identity], caseId, onPart: () => undefined, signal: new AbortController().signal },
    );
    expect(short).toEqual(mismatch);
    expect((await fetched({ parts: [new Uint8Array(65_536)] })).outcome).toEqual(mismatch);
  });

  it('stays closed to another key, and stops where the page is left', async () => {
    const parts = await sealedParts(caseFileContent, file.id);
    const otherKey = { ok: false, why: 'otherKey' };
    expect((await fetched({ parts }, { identities: [seedIdentity(2)] })).outcome).toEqual(otherKey);
    expect((await fetched({ parts }, { identities: [] })).outcome).toEqual(otherKey);
    const stop = new AbortController();
    stop.abort();
    const stopped = await fetched({ parts }, { signal: stop.signal });
    expect(stopped.outcome).toEqual({ ok: false, why: 'stopped' });
    expect(stopped.asked.length).toBeLessThanOrEqual(1);
  });
});
