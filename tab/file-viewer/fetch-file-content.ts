import { base64 } from '@scure/base';
import { SealError } from '../../core/ports/seal.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { partLength, partCount } from '../../core/model/file-limits.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { ReleasedFilePart } from '../../contract/case-files.ts';
import { decryptFile, decryptFilePieces, type ExpectedFile } from '../../crypto/decrypt-file.ts';
import { encryptForRecipient } from '../../crypto/seal-text.ts';
import type { Result, Tab } from '../ui/tab-context.ts';
import type { NamedFile } from './named-files.ts';

/** `mismatch`: the content is not the one that the seal names. */
export type FileFetchResult =
  | { readonly ok: true; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: 'stopped' }
  | { readonly ok: false; readonly why: 'mismatch' | 'otherKey' }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: Refusal };

export interface FileFetchOptions {
  readonly call: Tab['call'];
  readonly identities: readonly string[];
  readonly caseId: CaseId;
  /** It is marked as perhaps unlawful, and is opened on purpose. */
  readonly despiteMark?: boolean;
  readonly onPart: (done: number, of: number) => void;
  readonly signal: AbortSignal;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const maxAttempts = 8;
const backoffMs = 1_000;

const pause = (milliseconds: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function retryRateLimited(
  ask: () => Promise<Result<ReleasedFilePart>>,
  { signal, wait = pause }: Pick<FileFetchOptions, 'signal' | 'wait'>,
): Promise<Result<ReleasedFilePart>> {
  let answer = await ask();
  for (let tries = 1; tries < maxAttempts && !answer.ok && answer.refusal.code === 'tooOften'; tries += 1) {
    await wait(backoffMs);
    if (signal.aborted) break;
    answer = await ask();
  }
  return answer;
}

/**
 * Has a file released, which the case's history records, and decrypts it part by part with the held keys. Drops it if
 * any byte differs from the named file.
 */
export const fetchFileContent = (named: NamedFile, options: FileFetchOptions) =>
  fetchFile(named, options, (sealed, wanted) => decryptFile(sealed, wanted, options.identities));

/** As `fetchFileContent`, sealed to `recipient` piece by piece: its content is never in memory as a whole. */
export const fetchFileSealedTo = (named: NamedFile, recipient: string, options: FileFetchOptions) =>
  fetchFile(named, options, (sealed, wanted) =>
    encryptForRecipient(
      { bytes: wanted.bytes, pieces: decryptFilePieces(sealed, wanted, options.identities) },
      recipient,
    ),
  );

async function fetchFile(
  { file, stored }: NamedFile,
  options: FileFetchOptions,
  decrypt: (sealed: ReadableStream<Uint8Array>, wanted: ExpectedFile) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<FileFetchResult> {
  const { call, caseId, despiteMark, onPart, signal } = options;
  const { id } = file;
  if (stored === undefined) return { ok: false, why: 'refused', refusal: { code: 'notAllowed', why: 'fileMissing' } };
  const count = partCount(stored.bytes);
  let refusal: Refusal | undefined;
  let opening = 0;
  let part = 0;
  const sealed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (part === count) return controller.close();
        const answer = await retryRateLimited(
          () =>
            part === 0
              ? call('case.openFile', { caseId, id, ...(despiteMark && { despiteMark }) })
              : call('case.openFilePart', { caseId, id, opening, part }),
          options,
        );
        if (signal.aborted) return controller.error(new Error('stopped'));
        if (!answer.ok) {
          refusal = answer.refusal;
          return controller.error(new Error('refused'));
        }
        const { data } = answer.value;
        const bytes = typeof data === 'string' ? base64.decode(data) : data;
        if (bytes.length !== partLength(stored.bytes, part)) return controller.error(new Error('another length'));
        ({ opening } = answer.value);
        part += 1;
        onPart(part, count);
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  try {
    const content = await decrypt(sealed, { caseId, id, bytes: file.bytes, digest: file.digest });
    return signal.aborted ? { ok: false, why: 'stopped' } : { ok: true, content };
  } catch (error) {
    if (signal.aborted) return { ok: false, why: 'stopped' };
    if (refusal !== undefined) return { ok: false, why: 'refused', refusal };
    if (!(error instanceof SealError)) throw error;
    if (error.code === 'damaged') return { ok: false, why: 'mismatch' };
    if (error.code === 'notForThisIdentity' || error.code === 'noIdentity') return { ok: false, why: 'otherKey' };
    throw error;
  }
}
