import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attestExport, createExportSigner, type ExportSigner } from '../../../bot/api/export-signer.ts';
import { exportedContentSchema } from '../../../core/casework/export-format.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { runningDeadlines } from '../../../core/model/deadlines.ts';
import { appendEvent, emptyChain, type EventRecord, type NewEvent } from '../../../core/model/event-record.ts';
import type { Language } from '../../../core/model/language.ts';
import type { DecryptedReport, ThreadEntry } from '../../../core/casework/decrypt-report.ts';
import { requestDigest } from '../../../core/casework/retry-on-conflict.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import type { PdfFonts } from '../../../documents/pdf/pdf-builder.ts';
import { decryptSealKey } from '../../../crypto/decrypt-seal.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { generateKeyPair } from '../../../crypto/identity-file-writer.ts';
import { renderCasePdf } from '../../../tab/exports/case-pdf.ts';
import type { ExportSource } from '../../../tab/exports/export-content.ts';
import {
  createUnsignedFiles,
  type UnsignedFiles,
  renderExportFiles,
  createSignedFiles,
  type SignedFiles,
} from '../../../tab/exports/export-files.ts';
import { translate } from '../../../words/tab/translate.ts';
import { createCase, now, today } from '../contracts/records.ts';

const fontFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`, import.meta.url)));
export const fonts: PdfFonts = { regular: fontFile('DejaVuSans'), bold: fontFile('DejaVuSans-Bold') };

/** A signer with a key of its own. */
export function createSigner(): ExportSigner {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = createExportSigner(privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
  if (signer === undefined) throw new Error('there is no signer');
  return signer;
}

/** What differs in a case from one that was graded and worked on. */
export interface WorkedCase {
  readonly differences?: Partial<CaseRecord>;
  /** What happened to it besides. */
  readonly happenings?: readonly NewEvent[];
  /** The seal of its sanitised text, which a second person signed off. */
  readonly signedOff?: string;
}

/** Another person than the writer of a sanitised text signs it off. */
export const createSignOff = (sealed: string, by = toPersonId('a-colleague')): NewEvent => ({
  kind: 'sanitisedSigned',
  by: { objectId: by },
  at: now.toISOString(),
  detail: { of: digestOfSeal(sealed), confirmed: 0 },
});

/** A text as it leaves sanitised: in a seal, with the key of that seal. */
async function provedText(text: string): Promise<Extract<ExportSource, { what: 'sanitised' }>> {
  const { identity, recipient } = await generateKeyPair();
  const seal = await sealText(text, [recipient]);
  return { what: 'sanitised', text, proof: { seal, key: await decryptSealKey(seal, [identity]) } };
}

/** A case that was graded and worked on, with its history. */
export function createWorkedCase({ differences, happenings = [], signedOff }: WorkedCase = {}): {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
} {
  const by = { objectId: toPersonId('a-handler') };
  const usual: readonly NewEvent[] = [
    { kind: 'received', by: 'system', at: today },
    { kind: 'acknowledged', by, at: now.toISOString() },
    { kind: 'sanitised', by, at: now.toISOString(), note: { for: 'handlers', sealed: signedOff ?? 'c2VhbGVk' } },
    ...(signedOff === undefined ? [] : [createSignOff(signedOff)]),
    { kind: 'messageFromReporter', by: 'reporter', at: today, message: { id: 'one', number: 1, sealed: 'c2VhbGVk' } },
  ];
  const first = createCase({
    status: 'triaged',
    chain: emptyChain,
    kind: 'boundaries',
    flags: ['apsp'],
    nationalCategory: 'sexualMisconduct',
    grading: { source: '2', assessment: 'C', handling: 'C', action: 'A1', sanitisation: 'S2' },
    regime: 'general',
    referral: { decision: 'refer', on: today, dueOn: today },
    acknowledgedOn: today,
    triagedOn: today,
    assignee: toPersonId('a-handler'),
    ...differences,
  });
  return [...usual, ...happenings].reduce<{ record: CaseRecord; events: readonly EventRecord[] }>(
    (so, happening) => {
      const { record, event } = appendEvent(so.record, happening);
      return { record, events: [...so.events, event] };
    },
    { record: first, events: [] },
  );
}

/** A report as it was opened, with messages in both directions. */
export function createDecryptedReport(record: CaseRecord, language: Language, what: string): DecryptedReport {
  const message = (direction: ThreadEntry['direction'], text: string): ThreadEntry => ({
    direction,
    at: today,
    message: { v: 1, caseId: record.caseId, direction, number: 1, id: 'one', writtenOn: today, text, tag: 'tag' },
  });
  return {
    report: {
      v: 1,
      caseId: record.caseId,
      mode: 'named',
      receivedOn: record.receivedOn,
      recipients: [],
      language,
      route: 'staff',
      answers: {
        mode: 'named',
        what,
        risk: 'no',
        conflict: 'no',
        kind: 'boundaries',
        known: 'told',
        theirWords: `${what} (dywedodd)`,
        observed: `${what} (gwelais)`,
        theyAgree: 'against',
        passedOn: 'no',
      },
      mailbox: 'digest',
      messageKey: 'key',
    },
    identity: { objectId: toPersonId('the-reporter'), name: 'Whoever reported' },
    followUps: [],
    thread: [message('toReporter', 'When was it?'), message('fromReporter', '')],
    unverifiedCount: 0,
    unverifiedEntries: [],
    setAside: 0,
    isHistoryWhole: true,
    isRecordAsWritten: true,
    termMismatches: [],
    otherIdentity: undefined,
    recipients: [],
  };
}

export interface CaseExport {
  readonly made: UnsignedFiles;
  readonly files: SignedFiles;
  readonly signer: ExportSigner;
}

/** A sanitised text, for which the other parts are made, or a whole case. */
type ExportRequest =
  | Exclude<ExportSource, { what: 'sanitised' }>
  | { readonly what: 'sanitised'; readonly text: string };

interface ExportOptions extends WorkedCase {
  readonly language?: Language;
  readonly signer?: ExportSigner;
  /** As versions exported it that kept nothing by which the text could be compared. */
  readonly isOfBefore?: true;
}

/** What a page made and a server signed, over the real parts of both. */
export async function createExport(
  leaving: (record: CaseRecord, events: readonly EventRecord[]) => ExportRequest,
  { language = 'en', signer = createSigner(), isOfBefore, ...worked }: ExportOptions = {},
): Promise<CaseExport> {
  const unsigned = createWorkedCase(worked);
  const asked = leaving(unsigned.record, unsigned.events);
  const left = asked.what === 'sanitised' ? await provedText(asked.text) : asked;
  const { record, events } =
    left.what === 'sanitised' ? createWorkedCase({ ...worked, signedOff: left.proof.seal }) : unsigned;
  const view = {
    record: {
      ...record,
      subjectCard: undefined,
      caseTitle: undefined,
      formerCards: [],
      notSame: [],
      linked: [],
      identity: 'none' as const,
    },
    deadlines: runningDeadlines(record, { update: 14 }),
  };
  const inLanguage = {
    say: (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
      translate(language, key, values),
    language,
    today,
    timeZone: 'Europe/London',
  };
  const asMade = await renderExportFiles(inLanguage, view, left, fonts, renderCasePdf);
  const { proof: _proof, ...before } = { proof: undefined, ...asMade.content };
  const made = isOfBefore ? createUnsignedFiles(exportedContentSchema.parse(before), asMade.pdf) : asMade;
  const after = appendEvent(record, {
    kind: 'exported',
    by: { objectId: toPersonId('a-handler') },
    at: now.toISOString(),
    request: requestDigest('a-request'),
    detail: {
      what: left.what,
      place: 'caseSystem',
      ...(left.what === 'whole' && left.log && { log: true as const }),
      ...(left.what === 'sanitised' && !isOfBefore && { of: digestOfSeal(left.proof.seal) }),
      ...made.digests,
    },
    note: { for: 'handlers', sealed: 'c2VhbGVk' },
  });
  const answer = attestExport(
    signer,
    [...events, after.event],
    { request: 'a-request', by: toPersonId('a-handler') },
    'Europe/London',
  );
  const files = createSignedFiles([made], answer);
  if (files === undefined) throw new Error('the server signed other files');
  return { made, files, signer };
}
