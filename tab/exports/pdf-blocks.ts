import { showCaseId } from '../../concerns/terms/codes.ts';
import type { ExportedContent } from '../../concerns/casework/exported-case.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { PdfBlock } from '../../pdf/draw-block.ts';
import { showDay } from '../../words/days.ts';
import type { Tab } from '../parts/tab-context.ts';
import { fileTypeText, shownName, sizeText } from '../parts/file-words.ts';
import { logBlocks } from './logged-text.ts';
import { shownFacts } from './shown-facts.ts';

type Whole = Extract<ExportedContent, { readonly what: 'whole' }>;

function fileBlocks(say: Tab['say'], language: Language, { report, added = [] }: Whole): readonly PdfBlock[] {
  const files = [report, ...report.thread, ...added].flatMap(({ files = [] }) => files);
  if (files.length === 0) return [];
  return [
    { kind: 'heading', text: say('exports.theFiles') },
    { kind: 'text', text: say('exports.filesApart') },
    ...files.flatMap((file): readonly PdfBlock[] => [
      { kind: 'label', text: shownName(file) },
      {
        kind: 'text',
        text: say(file.isOriginal ? 'exports.fileOriginal' : 'exports.fileCopy', {
          type: fileTypeText(say, file),
          size: sizeText(say, language, file.bytes),
          digest: file.digest,
        }),
      },
    ]),
  ];
}

function wholeBlocks(say: Tab['say'], language: Language, { report }: Whole): readonly PdfBlock[] {
  const own = { language: report.language };
  const messages = report.thread.flatMap(({ direction, writtenOn, text }): readonly PdfBlock[] => [
    {
      kind: 'label',
      text: say(direction === 'fromReporter' ? 'exports.fromReporter' : 'exports.toReporter', {
        day: showDay(language, writtenOn),
      }),
    },
    text === '' ? { kind: 'text', text: say('exports.nothingToAdd') } : { kind: 'text', text, ...own },
  ]);
  const { consentWithdrawnOn: on } = report;
  return [
    { kind: 'heading', text: say('exports.theReport') },
    ...(on === undefined
      ? []
      : [{ kind: 'label', text: say('exports.consentWithdrawn', { day: showDay(language, on) }) } as const]),
    ...report.answers.flatMap(({ label, answer }): readonly PdfBlock[] => [
      { kind: 'label', text: label, ...own },
      { kind: 'text', text: answer, ...own },
    ]),
    ...(messages.length === 0 ? [] : [{ kind: 'heading', text: say('exports.messages') } as const, ...messages]),
    ...(report.leftOut === 0
      ? []
      : [{ kind: 'text', text: say('exports.leftOut', { count: report.leftOut }) } as const]),
  ];
}

export function pdfBlocks(say: Tab['say'], content: ExportedContent, timeZone: string): readonly PdfBlock[] {
  const { language } = content;
  return [
    { kind: 'title', text: say('exports.title', { reference: showCaseId(content.reference) }) },
    { kind: 'text', text: say(content.what === 'whole' ? 'exports.isWhole' : 'exports.isSanitised') },
    { kind: 'heading', text: say('exports.facts') },
    ...shownFacts(say, language, content).map(
      ({ label, value }) => ({ kind: 'text', text: say('exports.fact', { label, value }) }) as const,
    ),
    ...(content.what === 'whole'
      ? [
          ...wholeBlocks(say, language, content),
          ...fileBlocks(say, language, content),
          ...(content.log === undefined ? [] : logBlocks(say, { language, timeZone }, content.log)),
        ]
      : [
          { kind: 'heading', text: say('exports.sanitisedText') } as const,
          { kind: 'text', text: content.text } as const,
        ]),
    { kind: 'heading', text: say('exports.aboutFile') },
    { kind: 'text', text: say('exports.beside') },
    ...(content.what === 'sanitised' ? [{ kind: 'text', text: say('exports.withheld') } as const] : []),
    { kind: 'text', text: say('exports.unprotected') },
  ];
}
