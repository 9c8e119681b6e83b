import {
  Body1,
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Spinner,
  Title2,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import type { Audience } from '../../core/model/permissions.ts';
import { firstDayOfWeek, lastDayOfWeek, parseDay, toWeek, type Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { SummaryAnswer } from '../../contract/summaries.ts';
import {
  getPeriodBounds,
  getPeriodLength,
  maxPeriodWeeks,
  parsePeriod,
  type Period,
  formatPeriod,
} from '../../summary/figures/periods.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { createLatestResponseFilter } from '../ui/latest-response-filter.ts';
import { useTab } from '../ui/tab-context.ts';
import { SummaryUnavailableNotice, SummaryRefusalNotice } from './summary-notices.tsx';
import {
  toPeriodOption,
  adjacentPeriods,
  type PeriodOption,
  periodOptions,
  periodForWeek,
} from './period-navigation.ts';
import { audienceWords, type SummaryViewOptions, defaultViewOptions, SummaryView } from './summary-view.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '75rem' },
  heading: { margin: 0 },
  words: { margin: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  steps: { display: 'flex', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

const periodOptionWords = {
  week: 'summaries.oneWeek',
  four: 'summaries.fourWeeks',
  thirteen: 'summaries.thirteenWeeks',
  quarter: 'summaries.quarter',
  yearToMarch: 'summaries.year',
  range: 'summaries.otherWeeks',
} as const satisfies Record<PeriodOption, WordKey>;

interface PeriodSelection {
  readonly period: Period;
  readonly latest: Week;
}

export default function SummariesPage() {
  const styles = useStyles();
  const { translate: say, me, announce, location } = useTab();
  const link = location.page === 'summaries' ? location.link : undefined;
  const [first] = useState((): SummaryQuery => {
    const period = link && parsePeriod(link.period);
    return { audience: me.summaries[0] ?? 'wider', ...(period && { period }) };
  });
  const [query, setQuery] = useState(first);
  const [latest, setLatest] = useState<Week>();
  const [viewOptions, setViewOptions] = useState<SummaryViewOptions>(defaultViewOptions);
  const { fetched, again } = useSummary(query);
  const answer = fetched.kind === 'answered' ? fetched.answer : undefined;
  const summary = answer?.told.kind === 'summary' ? answer.told.summary : undefined;

  useEffect(() => {
    if (answer) setLatest(answer.latest);
  }, [answer]);
  useEffect(() => {
    if (summary) announce(say('summaries.shown', { period: summary.title }));
  }, [summary, announce, say]);

  const choose = (period: Period): void => setQuery(({ audience }) => ({ audience, period }));
  const period: Period | undefined = query.period ?? (latest && { kind: 'week', week: latest });
  const chosen: PeriodSelection | undefined = period && latest && { period, latest };
  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={mergeClasses('screen-only', styles.heading)}>
        {say('shell.summaries')}
      </Title2>
      <Body1 as="p" className={mergeClasses('screen-only', styles.words)}>
        {say('summaries.intro')}
      </Body1>
      <div className={mergeClasses('screen-only', styles.choices)}>
        {me.summaries.length > 1 && (
          <LabelledSelect
            label={say('summaries.audience')}
            options={me.summaries.map((value) => ({ value, words: say(audienceWords[value]) }))}
            value={query.audience}
            onChoose={(audience) => audience && setQuery((before) => ({ ...before, audience }))}
          />
        )}
        {chosen && <PeriodChoice {...chosen} onChoose={choose} />}
      </div>
      {fetched.kind === 'waiting' && <Spinner label={say('summaries.loading')} />}
      {fetched.kind === 'refused' && <SummaryRefusalNotice refusal={fetched.refusal} again={again} />}
      {answer && answer.told.kind !== 'summary' && (
        <SummaryUnavailableNotice told={answer.told} latest={answer.latest} onChoose={choose} again={again} />
      )}
      {summary && (
        <SummaryView
          summary={summary}
          viewOptions={viewOptions}
          onViewOptions={setViewOptions}
          wantsFile={link?.part === 'files' && query === first}
        />
      )}
    </div>
  );
}

function PeriodChoice({ period, latest, onChoose }: PeriodSelection & { readonly onChoose: (period: Period) => void }) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const kind = toPeriodOption(period);
  const { before, after } = adjacentPeriods(period, latest);
  const { from, to } = getPeriodBounds(period);
  return (
    <>
      <LabelledSelect
        label={say('summaries.kind')}
        options={periodOptions.map((value) => ({ value, words: say(periodOptionWords[value]) }))}
        value={kind}
        onChoose={(value) => value && onChoose(periodForWeek(value, to < latest ? to : latest))}
      />
      {(kind === 'week' || kind === 'range') && <PeriodForm from={from} to={to} kind={kind} onChoose={onChoose} />}
      <div className={styles.steps}>
        <Button size="small" onClick={() => onChoose(before)}>
          {say('summaries.previous')}
        </Button>
        <Button size="small" disabledFocusable={after === undefined} onClick={() => after && onChoose(after)}>
          {say('summaries.next')}
        </Button>
      </div>
    </>
  );
}

interface TypedDays {
  readonly from: string;
  readonly to: string;
}

/** A week is chosen by any of its days: nobody knows it by its number. */
function typedWeek(text: string): Week | undefined {
  const day = parseDay(text);
  return day === undefined ? undefined : toWeek(day);
}

type PeriodProblem = 'from' | 'to' | 'range';

function PeriodForm({
  from,
  to,
  kind,
  onChoose,
}: {
  readonly from: Week;
  readonly to: Week;
  readonly kind: 'week' | 'range';
  readonly onChoose: (period: Period) => void;
}) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const days: TypedDays = { from: firstDayOfWeek(from), to: lastDayOfWeek(to) };
  const [typed, setTyped] = useState(days);
  const [problem, setProblem] = useState<PeriodProblem>();
  const [given, setGiven] = useState({ from, to });
  if (given.from !== from || given.to !== to) {
    setGiven({ from, to });
    setTyped(days);
    setProblem(undefined);
  }
  const problemWords = (of: 'from' | 'to'): string | undefined => {
    if (problem === of) return say('summaries.badWeek');
    return problem === 'range' && of === 'to' ? say('summaries.badRange', { most: maxPeriodWeeks }) : undefined;
  };

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const [first, last] = [typedWeek(typed.from), typedWeek(typed.to)];
    if (last === undefined) return setProblem('to');
    if (kind === 'range' && first === undefined) return setProblem('from');
    const period: Period = kind === 'week' ? { kind, week: last } : { kind, from: first ?? last, to: last };
    if (getPeriodBounds(period).from > last || getPeriodLength(period) > maxPeriodWeeks) return setProblem('range');
    setProblem(undefined);
    onChoose(period);
  }

  const field = (of: 'from' | 'to', label: string) => {
    const words = problemWords(of);
    return (
      <Field
        label={label}
        size="small"
        {...(words !== undefined && { validationState: 'error' as const, validationMessage: words })}
      >
        <Input
          type="date"
          size="small"
          value={typed[of]}
          onChange={(_, { value }) => setTyped((before) => ({ ...before, [of]: value }))}
        />
      </Field>
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      {kind === 'range' && field('from', say('summaries.from'))}
      {field('to', say(kind === 'range' ? 'summaries.to' : 'summaries.week'))}
      <Button type="submit" size="small">
        {say('summaries.show')}
      </Button>
    </form>
  );
}

/** Without a period: the last closed week. */
interface SummaryQuery {
  readonly audience: Audience;
  readonly period?: Period;
}

type FetchState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'answered'; readonly answer: SummaryAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface CachedSummary {
  readonly question: SummaryQuery;
  readonly language: Language;
  readonly tries: number;
  readonly fetched: FetchState;
}

/** Asks again if the question or the language changes. Shows figures only for their own question. */
function useSummary(query: SummaryQuery): { readonly fetched: FetchState; readonly again: () => void } {
  const { call, language } = useTab();
  const [newest] = useState(createLatestResponseFilter);
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<CachedSummary>();

  useEffect(() => {
    const { audience, period } = query;
    const body = { audience, language, ...(period && { period: formatPeriod(period) }) };
    void newest(call('summaries.read', body), (answer) =>
      setAnswered({
        question: query,
        language,
        tries,
        fetched: answer.ok ? { kind: 'answered', answer: answer.value } : { kind: 'refused', refusal: answer.refusal },
      }),
    );
  }, [newest, call, language, query, tries]);

  const isCurrent = answered?.question === query && answered.language === language && answered.tries === tries;
  return { fetched: isCurrent ? answered.fetched : { kind: 'waiting' }, again: () => setTries(tries + 1) };
}
