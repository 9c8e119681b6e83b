import { pulseOptionKeys, pulseQuestionKeys } from '../../cards/survey-page.ts';
import { type PulsePhase, pulsePhases } from '../../core/model/survey.ts';
import type { Language } from '../../core/model/language.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import { textOf } from '../figures/text-tables.ts';
import { csvFile } from '../files/csv.ts';
import { leastAnswers, type PulledPulse, type Pulse, type PulseChange, type PulseShare } from './query-survey.ts';
import { phaseKeys, pulseNotes, pulseTables } from './survey-tables.ts';

export const pulseFormats = ['text', 'csv', 'json'] as const;
export type PulseFormat = (typeof pulseFormats)[number];

export interface PulseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ends = { text: 'txt', csv: 'csv', json: 'json' } as const satisfies Record<PulseFormat, string>;

interface OptionTold {
  readonly id: string;
  readonly label: string;
  readonly shares: Readonly<Partial<Record<PulsePhase, PulseShare>>>;
  readonly change?: PulseChange | undefined;
}
interface QuestionTold {
  readonly id: string;
  readonly title: string;
  readonly answers: Readonly<Partial<Record<PulsePhase, number>>>;
  readonly options: readonly OptionTold[];
}

const byPhase = <Value>(of: (phase: PulsePhase) => Value | undefined): Partial<Record<PulsePhase, Value>> =>
  Object.fromEntries(
    pulsePhases.flatMap((phase) => {
      const value = of(phase);
      return value === undefined ? [] : [[phase, value]];
    }),
  );

const questionsOf = (pulse: Pulse, language: Language): readonly QuestionTold[] =>
  pulse.changes.map(({ question, options }, place) => ({
    id: question,
    title: say(language, pulseQuestionKeys[question]),
    answers: byPhase((phase) => pulse[phase][place]?.answers),
    options: options.map(({ id, change }, at) => ({
      id,
      label: say(language, pulseOptionKeys[id]),
      shares: byPhase((phase) => pulse[phase][place]?.options[at]?.share),
      ...(change !== undefined && { change }),
    })),
  }));

const headings = [
  'pulse.campaign',
  'file.to',
  'file.table',
  'file.tableTitle',
  'file.row',
  'file.rowTitle',
  'file.column',
  'file.columnTitle',
  'pulse.percent',
  'pulse.within',
  'pulse.answers',
  'summary.change',
  'file.notes',
] as const satisfies readonly WordKey[];

function recordsOf({ campaign, until, pulse }: PulledPulse, language: Language): readonly (readonly string[])[] {
  const notes = pulseNotes({ until }, language).join(' ');
  const told = (value: number | string | undefined): string => String(value ?? '');
  const records = questionsOf(pulse, language).flatMap((question) =>
    question.options.flatMap(({ id, label, shares, change }) =>
      pulsePhases.map((phase) => [
        campaign,
        until,
        question.id,
        question.title,
        id,
        label,
        phase,
        say(language, phaseKeys[phase]),
        told(shares[phase]?.percent),
        told(shares[phase]?.within),
        told(question.answers[phase]),
        told(change),
        notes,
      ]),
    ),
  );
  return [headings.map((heading) => say(language, heading)), ...records];
}

const jsonOf = ({ campaign, until, pulse }: PulledPulse, language: Language): string =>
  `${JSON.stringify(
    {
      candour: 'pulse/1',
      campaign,
      language,
      until,
      leastAnswers,
      questions: questionsOf(pulse, language),
      notes: pulseNotes({ until }, language),
    },
    undefined,
    2,
  )}\n`;

function textOfPulse(pulled: PulledPulse, language: Language): string {
  const [title, ...notes] = [...pulseNotes(pulled, language), say(language, 'pulse.signs')];
  return textOf([
    ...pulseTables(pulled.pulse, language, 'pulse.shareInSigns'),
    { title, columns: [], rows: [], notes },
  ]);
}

function bytesOf(pulled: PulledPulse, format: PulseFormat, language: Language): Uint8Array {
  switch (format) {
    case 'text':
      return new TextEncoder().encode(textOfPulse(pulled, language));
    case 'csv':
      return csvFile(recordsOf(pulled, language));
    case 'json':
      return new TextEncoder().encode(jsonOf(pulled, language));
    default:
      return format satisfies never;
  }
}

export const pulseFile = (pulled: PulledPulse, format: PulseFormat, language: Language): PulseFile => ({
  name: `candour-pulse-${pulled.campaign}-${language}.${ends[format]}`,
  bytes: bytesOf(pulled, format, language),
});
