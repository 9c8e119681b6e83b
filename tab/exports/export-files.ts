import { base64 } from '@scure/base';
import { createHash } from 'node:crypto';
import {
  exportedContentDigest,
  exportedCaseSchema,
  type ExportedContent,
  serialiseExport,
  type ExportScope,
} from '../../core/casework/export-format.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { Language } from '../../core/model/language.ts';
import { fingerprintDigits, formatFingerprint } from '../../core/model/public-keys.ts';
import { digestOfFile } from '../../core/model/file-limits.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { Tab } from '../ui/tab-context.ts';
import type { CasePdfContent } from './case-pdf.ts';
import { createExportContent, type ExportSource } from './export-content.ts';
import { createExportPdfBlocks } from './export-pdf-blocks.ts';

/** Before the server knows of them. In clear, so in memory alone. */
export interface UnsignedFiles {
  readonly content: ExportedContent;
  readonly pdf: Uint8Array;
  /** Recorded and signed by the server. */
  readonly digests: { readonly json: string; readonly pdf: string };
}

export interface SignedFiles {
  readonly what: ExportScope;
  readonly withLog: boolean;
  readonly json: string;
  readonly pdf: Uint8Array;
  readonly fingerprint: string;
}

export const createUnsignedFiles = (content: ExportedContent, pdf: Uint8Array): UnsignedFiles => ({
  content,
  pdf,
  digests: { json: exportedContentDigest(content), pdf: digestOfFile(pdf) },
});

/**
 * `undefined` if the server signed other files: an earlier try went through, and the page no longer has its files.
 * Throws on an answer of another form.
 */
export function createSignedFiles(
  unsigned: readonly UnsignedFiles[],
  {
    attestation,
    signature,
    publicKey,
    history,
  }: Pick<OperationAnswer<'case.export'>, 'attestation' | 'signature' | 'publicKey' | 'history'>,
): SignedFiles | undefined {
  const these = unsigned.find(({ digests }) => digests.json === attestation.json && digests.pdf === attestation.pdf);
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
  const fingerprint = formatFingerprint(digest.slice(0, fingerprintDigits));
  const { content } = these;
  const withLog = content.what === 'whole' && content.log !== undefined;
  return { what: content.what, withLog, json: serialiseExport(exported), pdf: these.pdf, fingerprint };
}

const headerWordKey = (content: ExportedContent): WordKey =>
  content.what === 'sanitised'
    ? 'exports.headSanitised'
    : content.log === undefined
      ? 'exports.headWhole'
      : 'exports.headWholeLog';

export async function renderExportFiles(
  {
    say,
    language,
    today,
    timeZone,
  }: {
    readonly say: Tab['translate'];
    readonly language: Language;
    readonly today: string;
    readonly timeZone: string;
  },
  view: Pick<CaseView, 'record' | 'deadlines'>,
  source: ExportSource,
  fonts: PdfFonts,
  renderPdf: (text: CasePdfContent, fonts: PdfFonts) => Promise<Uint8Array>,
): Promise<UnsignedFiles> {
  const content = createExportContent(view, language, source);
  const reference = formatCaseId(content.reference);
  const pdf = await renderPdf(
    {
      language,
      title: say('exports.title', { reference }),
      blocks: createExportPdfBlocks(say, content, timeZone),
      header: say(headerWordKey(content)),
      footer: say('exports.footer', { reference, page: '{page}', pages: '{pages}' }),
      incomplete: say('exports.incomplete'),
      // The history has the second; a file says only the day.
      createdOn: new Date(`${today}T12:00:00Z`),
    },
    fonts,
  );
  return createUnsignedFiles(content, pdf);
}
