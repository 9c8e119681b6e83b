import { pulseOptionKeys, pulseQuestionKeys } from '../../cards/survey-page.ts';
import type { SummaryTable } from '../../cards/page.ts';
import { type PulsePhase, pulsePhases } from '../../core/model/survey.ts';
import type { Language } from '../../core/model/language.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import {
  leastAnswers,
  type PulledPulse,
  type Pulse,
  type PulseChange,
  type PulseShare,
  type PulseTable,
} from './query-survey.ts';

export type PulseQuestionTable = SummaryTable;

const nothing = '–';
export const phaseKeys = { before: 'pulse.before', after: 'pulse.after' } as const satisfies Record<
  PulsePhase,
  WordKey
>;
const changeKeys = {
  more: 'pulse.more',
  fewer: 'pulse.fewer',
  cannotTell: 'pulse.cannotTell',
} as const satisfies Record<PulseChange, WordKey>;

type ShareKey = 'pulse.share' | 'pulse.shareInSigns';

function shareText(table: PulseTable, share: PulseShare | undefined, key: ShareKey, language: Language): string {
  if (table.answers === undefined) return nothing;
  if (share === undefined) return say(language, 'pulse.fewChose');
  return say(language, key, { percent: share.percent, within: share.within });
}

const changeText = (change: PulseChange | undefined, language: Language): string =>
  say(language, changeKeys[change ?? 'cannotTell']);

/**
 * A pulse in words: a table for each question, before and after beside each other. `share` in signs is for narrow
 * places: longer text becomes a note below.
 */
export function pulseTables(
  pulse: Pulse,
  language: Language,
  shareKey: ShareKey = 'pulse.share',
): readonly PulseQuestionTable[] {
  const tooFew = say(language, 'pulse.tooFew', { least: leastAnswers });
  const inWords = shareKey === 'pulse.share';
  const columns = [
    say(language, 'pulse.option'),
    ...pulsePhases.map((phase) => say(language, phaseKeys[phase])),
    say(language, 'summary.change'),
  ];
  return pulse.changes.map(({ question, options }, place) => {
    const tables = pulsePhases.flatMap((phase) => pulse[phase][place] ?? []);
    const answers = tables.map(({ answers }) => String(answers ?? (inWords ? tooFew : nothing)));
    const phasesWithFew = pulsePhases.filter((_phase, at) => tables[at]?.answers === undefined);
    return {
      title: say(language, pulseQuestionKeys[question]),
      columns,
      rows: [
        [say(language, 'pulse.answers'), ...answers, nothing],
        ...options.map(({ id, change }, at) => [
          say(language, pulseOptionKeys[id]),
          ...tables.map((table) => shareText(table, table.options[at]?.share, shareKey, language)),
          changeText(change, language),
        ]),
      ],
      notes: inWords
        ? []
        : phasesWithFew.map((phase) =>
            say(language, 'pulse.inPhase', { phase: say(language, phaseKeys[phase]), what: tooFew }),
          ),
    };
  });
}

/** The sentences without which a pulse would be read as more than it is. */
export const pulseNotes = ({ until }: Pick<PulledPulse, 'until'>, language: Language): readonly string[] => [
  say(language, 'pulse.people'),
  say(language, 'pulse.mixed'),
  say(language, 'pulse.changes'),
  say(language, 'pulse.steps', { day: showDay(language, until), least: leastAnswers }),
];
