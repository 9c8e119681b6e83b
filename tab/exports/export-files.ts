import { base64 } from '@scure/base';
import { createHash } from 'node:crypto';
import {
  digestOfContent,
  exportedCaseSchema,
  type ExportedContent,
  exportedText,
  type ExportedWhat,
} from '../../core/casework/exported-case.ts';
import { showCaseId } from '../../core/model/codes.ts';
import type { Language } from '../../core/model/language.ts';
import { fingerprintDigits, groupedFingerprint } from '../../core/model/recipients.ts';
import { digestOfFile } from '../../core/model/files.ts';
import type { CaseView } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { PdfFonts } from '../../documents/pdf/pdf-document.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from '../ui/tab-context.ts';
import type { PdfText } from './case-pdf.ts';
import { contentOf, type Leaving } from './export-content.ts';
import { pdfBlocks } from './pdf-blocks.ts';

/** Files of a case before the server knows of them. In clear, so in memory alone. */
export interface MadeFiles {
  readonly content: ExportedContent;
  readonly pdf: Uint8Array;
  /** Recorded and signed by the server. */
  readonly digests: { readonly json: string; readonly pdf: string };
}

export interface SignedFiles {
  readonly what: ExportedWhat;
  readonly withLog: boolean;
  readonly json: string;
  readonly pdf: Uint8Array;
  readonly fingerprint: string;
}

export const madeFiles = (content: ExportedContent, pdf: Uint8Array): MadeFiles => ({
  content,
  pdf,
  digests: { json: digestOfContent(content), pdf: digestOfFile(pdf) },
});

/**
 * `undefined` if the server signed other files: an earlier try went through, and the page no longer has its files.
 * Throws on an answer of another form.
 */
export function signedFiles(
  made: readonly MadeFiles[],
  {
    attestation,
    signature,
    publicKey,
    history,
  }: Pick<AnswerOf<'case.export'>, 'attestation' | 'signature' | 'publicKey' | 'history'>,
): SignedFiles | undefined {
  const these = made.find(({ digests }) => digests.json === attestation.json && digests.pdf === attestation.pdf);
  if (these === undefined) return undefined;
  const exported = exportedCaseSchema.parse({
    candour: 'export/1',
    content: these.content,
    history,
    attestation,
    signature,
    publicKey,
  });
  const digest = createHash('sha256').update(base64.decode(publicKey)).digest('hex');
  const fingerprint = groupedFingerprint(digest.slice(0, fingerprintDigits));
  const { content } = these;
  const withLog = content.what === 'whole' && content.log !== undefined;
  return { what: content.what, withLog, json: exportedText(exported), pdf: these.pdf, fingerprint };
}

const headOf = (content: ExportedContent): WordKey =>
  content.what === 'sanitised'
    ? 'exports.headSanitised'
    : content.log === undefined
      ? 'exports.headWhole'
      : 'exports.headWholeLog';

export async function makeFiles(
  {
    say,
    language,
    today,
    timeZone,
  }: {
    readonly say: Tab['say'];
    readonly language: Language;
    readonly today: string;
    readonly timeZone: string;
  },
  view: Pick<CaseView, 'record' | 'deadlines'>,
  leaving: Leaving,
  fonts: PdfFonts,
  draw: (text: PdfText, fonts: PdfFonts) => Promise<Uint8Array>,
): Promise<MadeFiles> {
  const content = contentOf(view, language, leaving);
  const reference = showCaseId(content.reference);
  const pdf = await draw(
    {
      language,
      title: say('exports.title', { reference }),
      blocks: pdfBlocks(say, content, timeZone),
      header: say(headOf(content)),
      footer: say('exports.footer', { reference, page: '{page}', pages: '{pages}' }),
      incomplete: say('exports.incomplete'),
      // The history has the second; a file says no more than the day.
      madeOn: new Date(`${today}T12:00:00Z`),
    },
    fonts,
  );
  return madeFiles(content, pdf);
}
