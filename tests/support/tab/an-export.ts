import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attestedExport, createExportSigner, type ExportSigner } from '../../../bot/api/export-signer.ts';
import { exportedContentSchema } from '../../../core/casework/exported-case.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { runningDeadlines } from '../../../core/model/deadlines.ts';
import { afterEvent, emptyChain, type EventRecord, type NewEvent } from '../../../core/model/event-record.ts';
import type { Language } from '../../../core/model/language.ts';
import type { OpenedReport, ThreadEntry } from '../../../core/casework/decrypted-report.ts';
import { keptRequest } from '../../../core/casework/idempotency.ts';
import { personId } from '../../../core/model/directory.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import type { PdfFonts } from '../../../documents/pdf/pdf-document.ts';
import { keyOfSeal } from '../../../crypto/decrypt-seal.ts';
import { sealTo } from '../../../crypto/seal.ts';
import { makeKeyPair } from '../../../crypto/wrap-identity.ts';
import { casePdf } from '../../../tab/exports/case-pdf.ts';
import type { Leaving } from '../../../tab/exports/export-content.ts';
import {
  madeFiles,
  type MadeFiles,
  makeFiles,
  signedFiles,
  type SignedFiles,
} from '../../../tab/exports/export-files.ts';
import { say } from '../../../words/tab/translate.ts';
import { aCase, now, today } from '../contracts/records.ts';

const fontFile = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`, import.meta.url)));
export const fonts: PdfFonts = { regular: fontFile('DejaVuSans'), bold: fontFile('DejaVuSans-Bold') };

/** A signer with a key of its own. */
export function aSigner(): ExportSigner {
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
export const signOff = (sealed: string, by = personId('a-colleague')): NewEvent => ({
  kind: 'sanitisedSigned',
  by: { objectId: by },
  at: now.toISOString(),
  detail: { of: digestOfSeal(sealed), confirmed: 0 },
});

/** A text as it leaves sanitised: in a seal, with the key of that seal. */
async function provedText(text: string): Promise<Extract<Leaving, { what: 'sanitised' }>> {
  const { identity, recipient } = await makeKeyPair();
  const seal = await sealTo(text, [recipient]);
  return { what: 'sanitised', text, proof: { seal, key: await keyOfSeal(seal, [identity]) } };
}

/** A case that was graded and worked on, with its history. */
export function aWorkedCase({ differences, happenings = [], signedOff }: WorkedCase = {}): {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
} {
  const by = { objectId: personId('a-handler') };
  const usual: readonly NewEvent[] = [
    { kind: 'received', by: 'system', at: today },
    { kind: 'acknowledged', by, at: now.toISOString() },
    { kind: 'sanitised', by, at: now.toISOString(), note: { for: 'handlers', sealed: signedOff ?? 'c2VhbGVk' } },
    ...(signedOff === undefined ? [] : [signOff(signedOff)]),
    { kind: 'messageFromReporter', by: 'reporter', at: today, message: { id: 'one', number: 1, sealed: 'c2VhbGVk' } },
  ];
  const first = aCase({
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
    assignee: personId('a-handler'),
    ...differences,
  });
  return [...usual, ...happenings].reduce<{ record: CaseRecord; events: readonly EventRecord[] }>(
    (so, happening) => {
      const { record, event } = afterEvent(so.record, happening);
      return { record, events: [...so.events, event] };
    },
    { record: first, events: [] },
  );
}

/** A report as it was opened, with messages in both directions. */
export function anOpenedReport(record: CaseRecord, language: Language, what: string): OpenedReport {
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
    identity: { objectId: personId('the-reporter'), name: 'Whoever reported' },
    followUps: [],
    thread: [message('toReporter', 'When was it?'), message('fromReporter', '')],
    doubtful: 0,
    doubts: [],
    setAside: 0,
    historyIsWhole: true,
    recordIsAsWritten: true,
    mislabelled: [],
    otherIdentity: undefined,
    recipients: [],
  };
}

export interface ExportOfACase {
  readonly made: MadeFiles;
  readonly files: SignedFiles;
  readonly signer: ExportSigner;
}

/** A sanitised text, for which the other parts are made, or a whole case. */
type Asked = Exclude<Leaving, { what: 'sanitised' }> | { readonly what: 'sanitised'; readonly text: string };

interface ExportOptions extends WorkedCase {
  readonly language?: Language;
  readonly signer?: ExportSigner;
  /** As versions exported it that kept nothing by which the text could be compared. */
  readonly isOfBefore?: true;
}

/** What a page made and a server signed, over the real parts of both. */
export async function anExport(
  leaving: (record: CaseRecord, events: readonly EventRecord[]) => Asked,
  { language = 'en', signer = aSigner(), isOfBefore, ...worked }: ExportOptions = {},
): Promise<ExportOfACase> {
  const unsigned = aWorkedCase(worked);
  const asked = leaving(unsigned.record, unsigned.events);
  const left = asked.what === 'sanitised' ? await provedText(asked.text) : asked;
  const { record, events } =
    left.what === 'sanitised' ? aWorkedCase({ ...worked, signedOff: left.proof.seal }) : unsigned;
  const view = {
    record: { ...record, subjectCard: undefined, formerCards: [], notSame: [], linked: [], identity: 'none' as const },
    deadlines: runningDeadlines(record, { update: 14 }),
  };
  const inLanguage = {
    say: (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values),
    language,
    today,
    timeZone: 'Europe/London',
  };
  const asMade = await makeFiles(inLanguage, view, left, fonts, casePdf);
  const { proof: _proof, ...before } = { proof: undefined, ...asMade.content };
  const made = isOfBefore ? madeFiles(exportedContentSchema.parse(before), asMade.pdf) : asMade;
  const after = afterEvent(record, {
    kind: 'exported',
    by: { objectId: personId('a-handler') },
    at: now.toISOString(),
    request: keptRequest('a-request'),
    detail: {
      what: left.what,
      place: 'caseSystem',
      ...(left.what === 'whole' && left.log && { log: true as const }),
      ...(left.what === 'sanitised' && !isOfBefore && { of: digestOfSeal(left.proof.seal) }),
      ...made.digests,
    },
    note: { for: 'handlers', sealed: 'c2VhbGVk' },
  });
  const answer = attestedExport(
    signer,
    [...events, after.event],
    { request: 'a-request', by: personId('a-handler') },
    'Europe/London',
  );
  const files = signedFiles([made], answer);
  if (files === undefined) throw new Error('the server signed other files');
  return { made, files, signer };
}
