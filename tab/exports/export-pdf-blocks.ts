import type { ExportedContent, ExportedLog } from '../../core/casework/export-format.ts';
import type { ExportableEventKind } from '../../core/model/event-record.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { Language } from '../../core/model/language.ts';
import type { PdfBlock } from '../../documents/pdf/draw-block.ts';
import { formatDay, formatTimestamp } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { fileTypeText, displayFileName, fileSizeText, hexDigest } from '../ui/file-labels.ts';
import {
  gradingActionText,
  gradingAssessmentText,
  categoryText,
  flagText,
  gradingHandlingText,
  modeText,
  outcomeText,
  partnerTypeText,
  referralText,
  regimeText,
  gradingSanitisationText,
  gradingSourceText,
} from '../ui/case-labels.ts';
import { deadlineText, reportKindText, routeText, statusText, urgencyText } from '../ui/labels.ts';
import type { Tab } from '../ui/tab-context.ts';

type WholeExport = Extract<ExportedContent, { readonly what: 'whole' }>;

function fileBlocks(
  say: Tab['translate'],
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  { receivedOn, report, added = [] }: WholeExport,
): readonly PdfBlock[] {
  const came = [
    { at: receivedOn, files: report.files },
    ...report.thread.map(({ writtenOn, files }) => ({ at: writtenOn, files })),
    ...added,
  ].flatMap(({ at, files = [] }) => files.map((file) => ({ at, file })));
  if (came.length === 0) return [];
  return [
    { kind: 'heading', text: say('exports.theFiles') },
    { kind: 'text', text: say('exports.filesApart') },
    ...came.flatMap(({ at, file }): readonly PdfBlock[] => [
      { kind: 'label', text: displayFileName(file) },
      {
        kind: 'text',
        text: say(file.isOriginal ? 'exports.fileOriginal' : 'exports.fileCopy', {
          type: fileTypeText(say, file),
          size: fileSizeText(say, file.bytes),
          digest: hexDigest(file.digest),
        }),
      },
      { kind: 'text', text: say('exports.fileCame', { at: formatTimestamp(language, at, timeZone) }) },
    ]),
  ];
}

function reportBlocks(say: Tab['translate'], language: Language, { report }: WholeExport): readonly PdfBlock[] {
  const own = { language: report.language };
  const messages = report.thread.flatMap(({ direction, writtenOn, text }): readonly PdfBlock[] => [
    {
      kind: 'label',
      text: say(direction === 'fromReporter' ? 'exports.fromReporter' : 'exports.toReporter', {
        day: formatDay(language, writtenOn),
      }),
    },
    text === '' ? { kind: 'text', text: say('exports.nothingToAdd') } : { kind: 'text', text, ...own },
  ]);
  const { consentWithdrawnOn: on } = report;
  return [
    { kind: 'heading', text: say('exports.theReport') },
    ...(on === undefined
      ? []
      : [{ kind: 'label', text: say('exports.consentWithdrawn', { day: formatDay(language, on) }) } as const]),
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

export function createExportPdfBlocks(
  say: Tab['translate'],
  content: ExportedContent,
  timeZone: string,
): readonly PdfBlock[] {
  const { language } = content;
  return [
    { kind: 'title', text: say('exports.title', { reference: formatCaseId(content.reference) }) },
    { kind: 'text', text: say(content.what === 'whole' ? 'exports.isWhole' : 'exports.isSanitised') },
    { kind: 'heading', text: say('exports.facts') },
    ...caseFacts(say, language, content).map(
      ({ label, value }) => ({ kind: 'text', text: say('exports.fact', { label, value }) }) as const,
    ),
    ...(content.what === 'whole'
      ? [
          ...reportBlocks(say, language, content),
          ...fileBlocks(say, { language, timeZone }, content),
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

interface CaseFact {
  readonly label: string;
  readonly value: string;
}

function gradingValue(say: Tab['translate'], { grading }: ExportedContent): string | undefined {
  if (grading === undefined) return undefined;
  const { source, assessment, handling, action, sanitisation } = grading;
  return [
    gradingSourceText(say, source),
    gradingAssessmentText(say, assessment),
    gradingHandlingText(say, handling),
    ...(action ? [gradingActionText(say, action)] : []),
    ...(sanitisation ? [gradingSanitisationText(say, sanitisation)] : []),
  ].join('; ');
}

function caseFacts(say: Tab['translate'], language: Language, content: ExportedContent): readonly CaseFact[] {
  const day = (text: string | undefined) => text && formatDay(language, text);
  const { days, referral } = content;
  const isWhole = content.what === 'whole';
  const facts: readonly (readonly [WordKey, string | undefined])[] = [
    ['exports.receivedOn', day(content.receivedOn)],
    ['exports.urgency', urgencyText(say, content.urgency)],
    ['exports.kind', reportKindText(say, content.kind)],
    ['exports.status', statusText(say, content.status)],
    ['exports.outcome', content.outcome && outcomeText(say, content.outcome)],
    ['exports.category', content.category && categoryText(say, content.category)],
    ['exports.grading', gradingValue(say, content)],
    ['exports.flags', content.flags.map((flag) => flagText(say, flag)).join('; ') || undefined],
    ['exports.regime', content.regime && regimeText(say, content.regime)],
    ['exports.referral', referralText(say, referral?.decision ?? 'undecided')],
    ['exports.referralOn', day(referral?.on)],
    ['exports.acknowledgedOn', day(days.acknowledgedOn)],
    ['exports.triagedOn', day(days.triagedOn)],
    ['exports.updatedOn', content.what === 'whole' ? day(content.days.updatedOn) : undefined],
    ['exports.closedOn', day(days.closedOn)],
    ['exports.reviewOn', day(days.reviewOn)],
    ...content.clocks.map(
      ({ clock, dueOn }) => ['exports.dueOn', `${deadlineText(say, clock)}: ${formatDay(language, dueOn)}`] as const,
    ),
    ['exports.route', isWhole && content.report.route ? routeText(say, content.report.route) : undefined],
    [
      'exports.partnerType',
      isWhole && content.report.partnerType ? partnerTypeText(say, content.report.partnerType) : undefined,
    ],
    ['exports.mode', content.what === 'whole' ? modeText(say, content.report.mode) : undefined],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label: say(label), value }]));
}

const logKindWords = {
  noted: 'logged.note',
  filesAdded: 'logged.filesAdded',
  decided: 'logged.decision',
  reasoned: 'logged.reason',
  contacted: 'logged.contact',
  taskAdded: 'logged.task',
  taskDone: 'logged.taskDone',
  triaged: 'logged.triaged',
  moved: 'logged.moved',
  closed: 'logged.closed',
  reopened: 'logged.reopened',
  assigned: 'logged.assigned',
  referralDecided: 'logged.referral',
  safetyRecorded: 'logged.safety',
  dutyRecorded: 'logged.duty',
  urgencyRaised: 'logged.urgencyRaised',
  loweringAsked: 'logged.loweringAsked',
  urgencyLowered: 'logged.urgencyLowered',
  conflictDeclared: 'logged.conflict',
  excluded: 'logged.excluded',
  readmitted: 'logged.readmitted',
  reviewSet: 'logged.review',
  detrimentNotAsked: 'logged.notAsked',
  erasureAsked: 'logged.erasureAsked',
  erasureRefused: 'logged.erasureRefused',
  exported: 'logged.exported',
  fileExported: 'logged.fileExported',
} as const satisfies Record<ExportableEventKind, WordKey>;

export const missingEntriesText = (
  say: Tab['translate'],
  { missing }: Pick<ExportedLog, 'missing'>,
): string | undefined =>
  missing.length === 0
    ? undefined
    : say('logged.missing', {
        count: missing.length,
        places: missing.map(({ sequence }) => sequence).join(', '),
      });

/** By the days that entries carry; each entry is below, whole, in the order in which it was written. */
function chronologyBlocks(say: Tab['translate'], language: Language, { entries }: ExportedLog): readonly PdfBlock[] {
  const dated = entries.flatMap(({ sequence, kind, happenedOn: day }) =>
    day === undefined ? [] : [{ sequence, kind, day }],
  );
  if (dated.length === 0) return [];
  return [
    { kind: 'label', text: say('logged.chronology') },
    ...dated
      .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.sequence - other.sequence))
      .map(
        ({ sequence, kind, day }): PdfBlock => ({
          kind: 'text',
          text: say('logged.chronologyEntry', {
            day: formatDay(language, day),
            place: sequence,
            what: say(logKindWords[kind]),
          }),
        }),
      ),
  ];
}

function logBlocks(
  say: Tab['translate'],
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  log: ExportedLog,
): readonly PdfBlock[] {
  const missing = missingEntriesText(say, log);
  return [
    { kind: 'heading', text: say('logged.heading') },
    { kind: 'text', text: say('logged.intro', { place: log.upTo }) },
    ...(log.entries.length === 0 && missing === undefined ? [{ kind: 'text', text: say('logged.none') } as const] : []),
    ...chronologyBlocks(say, language, log),
    ...log.entries.flatMap(
      ({ sequence, kind, by, name, at, dueOn, decision, happenedOn, text }): readonly PdfBlock[] => [
        {
          kind: 'label',
          text: say('logged.entry', {
            place: sequence,
            what:
              decision === undefined
                ? say(logKindWords[kind])
                : say('logged.referralAs', { decision: referralText(say, decision) }),
            who: name ?? (typeof by === 'string' ? by : by.objectId),
            at: formatTimestamp(language, at, timeZone),
          }),
        },
        ...(dueOn === undefined
          ? []
          : [{ kind: 'text', text: say('logged.due', { day: formatDay(language, dueOn) }) } as const]),
        ...(happenedOn === undefined
          ? []
          : [{ kind: 'text', text: say('logged.happened', { day: formatDay(language, happenedOn) }) } as const]),
        { kind: 'text', text },
      ],
    ),
    ...(missing === undefined ? [] : [{ kind: 'text', text: missing } as const]),
  ];
}
