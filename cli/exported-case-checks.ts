import { parseJsonWithSchema } from '../core/model/parse-json.ts';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { basename } from 'node:path';
import { derFingerprint } from '../bot/api/export-signer.ts';
import {
  checkAddedFiles,
  attestationText,
  exportedContentDigest,
  exportedHistoryDigest,
  type ExportedCase,
  exportedCaseSchema,
  serialiseExport,
  exportScopeLabels,
  isShownEntry,
  isShownInSanitisedExport,
  isChainIntact,
  checkExportedLog,
  parseExportFileName,
  findSignOff,
} from '../core/casework/export-format.ts';
import { SealError } from '../core/ports/seal.ts';
import { digestOfSeal } from '../core/model/digests.ts';
import { digestOfFile } from '../core/model/file-limits.ts';
import { decryptWithFileKey } from '../crypto/decrypt-seal.ts';

/** An Ed25519 public key from PEM, or its DER in base64; else `undefined`. */
export function parsePublicKey(text: string): KeyObject | undefined {
  try {
    const der = Buffer.from(text.trim(), 'base64');
    const key = createPublicKey(text.includes('-----BEGIN') ? text : { key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

const encodeDer = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

function isSignatureValid({ attestation, signature, publicKey }: ExportedCase): boolean {
  const key = parsePublicKey(publicKey);
  const bytes = Buffer.from(signature, 'base64url');
  // Several texts decode to the same bytes: only the one that Candour writes is accepted.
  const asWritten = key !== undefined && encodeDer(key).toString('base64') === publicKey;
  return (
    asWritten &&
    bytes.toString('base64url') === signature &&
    verify(null, Buffer.from(attestationText(attestation)), key, bytes)
  );
}

function endsWithExportEntry({ history, attestation }: ExportedCase): boolean {
  const last = history.at(-1);
  if (last === undefined || !isShownEntry(last)) return false;
  const { what, log, of, place, json, pdf, by } = attestation;
  const { kind, detail, by: actor } = last;
  return (
    kind === 'exported' &&
    detail?.what === what &&
    detail.log === log &&
    detail.of === of &&
    detail.place === place &&
    detail.json === json &&
    detail.pdf === pdf &&
    typeof actor !== 'string' &&
    actor.objectId === by
  );
}

function checkHistory({ history, attestation }: ExportedCase): ExportCheckResult {
  const { caseId, chain } = attestation;
  return toExportCheckResult(
    isChainIntact({ caseId, ...chain }, history) && exportedHistoryDigest(history) === attestation.history,
    `The history is the one that was exported: ${history.length} entries lead to the signed one.`,
    'The history is not the one that was exported: an entry was changed, removed, added or withheld.',
  );
}

function checkWithheld({ history, attestation }: ExportedCase): ExportCheckResult {
  const shown = history.filter(isShownEntry);
  const count = history.length - shown.length;
  if (attestation.what === 'whole') {
    return toExportCheckResult(
      count === 0,
      'The history withholds no entry.',
      `The history withholds entries: ${count}. A whole export withholds none.`,
    );
  }
  return toExportCheckResult(
    shown.every(isShownInSanitisedExport),
    `The history withholds entries: ${count}. The others are of kinds that a sanitised export may show.`,
    'The history shows an entry that a sanitised export withholds.',
  );
}

const formatNumbers = (places: readonly number[]): string =>
  places.length === 0 ? '0' : `${places.length} (${places.join(', ')})`;

function checkLog({ content, history, attestation }: ExportedCase): ExportCheckResult {
  const log = content.what === 'whole' ? content.log : undefined;
  if ((log !== undefined) !== (attestation.log === true)) {
    return {
      result: 'wrong',
      line:
        log === undefined
          ? 'The decision log is not in the file, but the export was recorded with it.'
          : 'The decision log is in the file, but the export was recorded without it.',
    };
  }
  if (log === undefined) return { result: 'right', line: 'This export has no decision log.' };
  const { isMatching, later } = checkExportedLog(log, history.filter(isShownEntry));
  return toExportCheckResult(
    isMatching,
    `The decision log matches the history. Entries with their words: ${log.entries.length}. Entries that the exporter's ` +
      `keys did not open: ${formatNumbers(log.missing.map(({ sequence }) => sequence))}. Entries written after the log ` +
      `was put together: ${formatNumbers(later)}. Only the person who exported it vouches that these are the encrypted words.`,
    'The decision log does not match the history: an entry was changed, removed or added.',
  );
}

function checkHandlerFiles({ content, history }: ExportedCase): readonly ExportCheckResult[] {
  if (content.what !== 'whole') return [];
  const { isMatching, namedCount, unnamedCount } = checkAddedFiles(content.added ?? [], history.filter(isShownEntry));
  if (isMatching && namedCount + unnamedCount === 0) return [];
  return [
    toExportCheckResult(
      isMatching,
      `Files that case handlers added, by their lengths and digests: ${namedCount}. Each came with an entry in the history. ` +
        `Files in the history that are not named, because the exporter's keys did not open what names them, or they ` +
        `came after the export was put together: ${unnamedCount}.`,
      'A file is named as added by a case handler, but no entry in the history came with it.',
    ),
  ];
}

function checkSigningKey(publicKey: string, given: KeyObject | undefined): ExportCheckResult {
  const key = parsePublicKey(publicKey);
  const fingerprint = key ? derFingerprint(encodeDer(key)) : 'none';
  if (given === undefined) {
    return {
      result: 'unsure',
      line:
        `Not checked: whose signature it is. You gave no public key, so this shows only that the file is consistent in ` +
        `itself. The security code of its own key is ${fingerprint}.`,
    };
  }
  return toExportCheckResult(
    key !== undefined && encodeDer(key).equals(encodeDer(given)),
    `The signature is by the public key that you gave, ${fingerprint}.`,
    `The signature is by another key than the one that you gave. Its security code is ${fingerprint}.`,
  );
}

function checkPdf(digest: string, pdf: Uint8Array | undefined): ExportCheckResult {
  if (pdf === undefined) return { result: 'open', line: 'Not checked: the PDF. You gave none.' };
  return toExportCheckResult(
    digestOfFile(pdf) === digest,
    'The PDF is the one that was exported.',
    'The PDF is not the one that was exported, or was changed since.',
  );
}

const exportScopeMeanings = {
  sanitised: 'it should hold the text that a second person signed off',
  whole: 'the report as it was written, which may show who reported',
} as const;

/** By the signed content: a file is renamed sooner than read. */
function checkFileName({ attestation: { what, caseId } }: ExportedCase, names: readonly string[]): ExportCheckResult {
  const label = exportScopeLabels[what];
  const parsedNames = names.map((name) => parseExportFileName(basename(name)));
  if (parsedNames.some(({ scopes: whats }) => whats.some((one) => one !== what))) {
    return {
      result: 'wrong',
      line: `The name of a file says something else: this is a ${label} export, ${exportScopeMeanings[what]}.`,
    };
  }
  return toExportCheckResult(
    parsedNames.every((one) => one.caseId === undefined || one.caseId === caseId),
    `This is a ${label} export: ${exportScopeMeanings[what]}.`,
    `This is a ${label} export, but the name of a file says another case.`,
  );
}

export async function checkExportedCase(
  text: string,
  {
    pdf,
    publicKey,
    names = [],
  }: {
    readonly pdf?: Uint8Array | undefined;
    readonly publicKey?: KeyObject | undefined;
    readonly names?: readonly string[];
  },
): Promise<readonly ExportCheckResult[]> {
  const exported = parseJsonWithSchema(exportedCaseSchema, text);
  if (exported === undefined) return [{ result: 'wrong', line: 'The file is not an exported case.' }];
  const { content, attestation } = exported;
  return [
    checkFileName(exported, names),
    toExportCheckResult(
      serialiseExport(exported) === text,
      'The file is an exported case, written as Candour writes it.',
      'The file was changed after it was written, in its layout or by something that does not belong there.',
    ),
    toExportCheckResult(
      exportedContentDigest(content) === attestation.json &&
        content.reference === attestation.caseId &&
        content.what === attestation.what,
      'The content is the one that was exported.',
      'The content is not the one that was exported, or was changed since.',
    ),
    toExportCheckResult(
      isSignatureValid(exported),
      'The statement about the export is signed.',
      'The statement about the export is not signed.',
    ),
    checkSigningKey(exported.publicKey, publicKey),
    checkHistory(exported),
    checkWithheld(exported),
    checkLog(exported),
    ...checkHandlerFiles(exported),
    ...(await checkSignedOffText(exported)),
    toExportCheckResult(
      endsWithExportEntry(exported),
      'The history ends with the export, with these digests.',
      'The history does not end with the export, with these digests.',
    ),
    checkPdf(attestation.pdf, pdf),
  ];
}

async function decryptSignedOffText({ seal, key }: { readonly seal: string; readonly key: string }, of: string) {
  if (digestOfSeal(seal) !== of) return undefined;
  try {
    return await decryptWithFileKey(seal, key);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

async function checkSignedOffText({
  content,
  history,
  attestation,
}: ExportedCase): Promise<readonly ExportCheckResult[]> {
  if (content.what !== 'sanitised') return [];
  const signOff = findSignOff(history.filter(isShownEntry));
  if (signOff === undefined) {
    return [{ result: 'wrong', line: 'The history does not say that a second person signed off the last text.' }];
  }
  const { of, by, at } = signOff;
  if (attestation.of === undefined) {
    return [
      {
        result: 'unsure',
        line:
          `Not known: whether the text is what ${by} signed off at ${at}. When the file was exported, Candour kept nothing ` +
          `that could show it.`,
      },
    ];
  }
  if (attestation.of !== of)
    return [{ result: 'wrong', line: 'The text that was exported is not the one that was signed off.' }];
  if (content.proof === undefined) {
    return [
      {
        result: 'wrong',
        line: `The text cannot be compared with what ${by} signed off: its encrypted copy is missing.`,
      },
    ];
  }
  return [
    toExportCheckResult(
      (await decryptSignedOffText(content.proof, of)) === content.text,
      `The text is what ${by} signed off at ${at}. Everything else in the content, and the PDF, comes from the person who exported it.`,
      `The text differs from what ${by} signed off at ${at}.`,
    ),
  ];
}

/** `open`: there was nothing to check it with. `unsure`: the same, and no one should rely on the file. */
export interface ExportCheckResult {
  readonly result: 'right' | 'wrong' | 'open' | 'unsure';
  readonly line: string;
}

const toExportCheckResult = (isRight: boolean, right: string, wrong: string): ExportCheckResult =>
  isRight ? { result: 'right', line: right } : { result: 'wrong', line: wrong };
