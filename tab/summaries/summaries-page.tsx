import { Body1, Button, makeStyles, mergeClasses, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Week } from '../../concerns/terms/calendar.ts';
import { boundsOf, parsePeriod, type Period } from '../../summary/periods.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { Choice } from '../cases/choice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { audienceWords } from './audience-words.ts';
import { NoSummary, SummaryRefused } from './no-summary.tsx';
import { kindOf, neighboursOf, type PeriodKind, periodKinds, periodUpTo } from './period-choice.ts';
import { PeriodForm } from './period-form.tsx';
import { type Looking, lookingAtFirst, SummaryView } from './summary-view.tsx';
import { type SummaryQuestion, useSummary } from './use-summary.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '75rem' },
  heading: { margin: 0 },
  words: { margin: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  steps: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const kindWords = {
  week: 'summaries.oneWeek',
  four: 'summaries.fourWeeks',
  thirteen: 'summaries.thirteenWeeks',
  quarter: 'summaries.quarter',
  yearToMarch: 'summaries.year',
  range: 'summaries.otherWeeks',
} as const satisfies Record<PeriodKind, WordKey>;

interface Chosen {
  readonly period: Period;
  readonly latest: Week;
}

export default function SummariesPage() {
  const styles = useStyles();
  const { say, me, announce, place } = useTab();
  const link = place.page === 'summaries' ? place.link : undefined;
  const [first] = useState((): SummaryQuestion => {
    const period = link && parsePeriod(link.period);
    return { audience: me.summaries[0] ?? 'wider', ...(period && { period }) };
  });
  const [question, setQuestion] = useState(first);
  const [latest, setLatest] = useState<Week>();
  const [looking, setLooking] = useState<Looking>(lookingAtFirst);
  const { fetched, again } = useSummary(question);
  const answer = fetched.kind === 'answered' ? fetched.answer : undefined;
  const summary = answer?.told.kind === 'summary' ? answer.told.summary : undefined;

  useEffect(() => {
    if (answer) setLatest(answer.latest);
  }, [answer]);
  useEffect(() => {
    if (summary) announce(say('summaries.shown', { period: summary.title }));
  }, [summary, announce, say]);

  const choose = (period: Period): void => setQuestion(({ audience }) => ({ audience, period }));
  const period: Period | undefined = question.period ?? (latest && { kind: 'week', week: latest });
  const chosen: Chosen | undefined = period && latest && { period, latest };
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
          <Choice
            label={say('summaries.audience')}
            options={me.summaries.map((value) => ({ value, words: say(audienceWords[value]) }))}
            value={question.audience}
            onChoose={(audience) => audience && setQuestion((before) => ({ ...before, audience }))}
          />
        )}
        {chosen && <PeriodChoice {...chosen} onChoose={choose} />}
      </div>
      {fetched.kind === 'waiting' && <Spinner label={say('summaries.loading')} />}
      {fetched.kind === 'refused' && <SummaryRefused refusal={fetched.refusal} again={again} />}
      {answer && answer.told.kind !== 'summary' && (
        <NoSummary told={answer.told} latest={answer.latest} onChoose={choose} again={again} />
      )}
      {summary && (
        <SummaryView
          summary={summary}
          looking={looking}
          onLook={setLooking}
          wantsFile={link?.part === 'files' && question === first}
        />
      )}
    </div>
  );
}

function PeriodChoice({ period, latest, onChoose }: Chosen & { readonly onChoose: (period: Period) => void }) {
  const styles = useStyles();
  const { say } = useTab();
  const kind = kindOf(period);
  const { before, after } = neighboursOf(period, latest);
  const { from, to } = boundsOf(period);
  return (
    <>
      <Choice
        label={say('summaries.kind')}
        options={periodKinds.map((value) => ({ value, words: say(kindWords[value]) }))}
        value={kind}
        onChoose={(value) => value && onChoose(periodUpTo(value, to < latest ? to : latest))}
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
