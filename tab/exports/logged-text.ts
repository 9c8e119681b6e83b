import type { ExportedLog } from '../../concerns/casework/exported-case.ts';
import type { LeavingKind } from '../../concerns/records/event-record.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { showDay, showMoment } from '../../words/days.ts';
import type { WordKey } from '../../words/tab/say.ts';
import type { Tab } from '../parts/tab-context.ts';
import type { PdfBlock } from '../../pdf/draw-block.ts';

const names = {
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
  conflictDeclared: 'logged.conflict',
  excluded: 'logged.excluded',
  readmitted: 'logged.readmitted',
  reviewSet: 'logged.review',
  detrimentNotAsked: 'logged.notAsked',
  erasureAsked: 'logged.erasureAsked',
  erasureRefused: 'logged.erasureRefused',
  exported: 'logged.exported',
  fileExported: 'logged.fileExported',
} as const satisfies Record<LeavingKind, WordKey>;

export const missingText = (say: Tab['say'], { missing }: Pick<ExportedLog, 'missing'>): string | undefined =>
  missing.length === 0
    ? undefined
    : say('logged.missing', {
        count: missing.length,
        places: missing.map(({ sequence }) => sequence).join(', '),
      });

export function logBlocks(
  say: Tab['say'],
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  log: ExportedLog,
): readonly PdfBlock[] {
  const missing = missingText(say, log);
  return [
    { kind: 'heading', text: say('logged.heading') },
    { kind: 'text', text: say('logged.intro', { place: log.upTo }) },
    ...(log.entries.length === 0 && missing === undefined ? [{ kind: 'text', text: say('logged.none') } as const] : []),
    ...log.entries.flatMap(({ sequence, kind, by, name, at, dueOn, text }): readonly PdfBlock[] => [
      {
        kind: 'label',
        text: say('logged.entry', {
          place: sequence,
          what: say(names[kind]),
          who: name ?? (typeof by === 'string' ? by : by.objectId),
          at: showMoment(language, at, timeZone),
        }),
      },
      ...(dueOn === undefined
        ? []
        : [{ kind: 'text', text: say('logged.due', { day: showDay(language, dueOn) }) } as const]),
      { kind: 'text', text },
    ]),
    ...(missing === undefined ? [] : [{ kind: 'text', text: missing } as const]),
  ];
}
