import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { parseWeek, type Week } from '../../concerns/terms/calendar.ts';
import { boundsOf, lengthOf, mostWeeks, type Period } from '../../summary/periods.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

interface Props {
  readonly from: Week;
  readonly to: Week;
  readonly kind: 'week' | 'range';
  readonly onChoose: (period: Period) => void;
}

type Problem = 'from' | 'to' | 'range';

export function PeriodForm({ from, to, kind, onChoose }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const [typed, setTyped] = useState<{ readonly from: string; readonly to: string }>({ from, to });
  const [problem, setProblem] = useState<Problem>();
  const [given, setGiven] = useState({ from, to });
  if (given.from !== from || given.to !== to) {
    // Another period was chosen elsewhere.
    setGiven({ from, to });
    setTyped({ from, to });
    setProblem(undefined);
  }
  const problemWords = (of: 'from' | 'to'): string | undefined => {
    if (problem === of) return say('summaries.badWeek', { week: to });
    return problem === 'range' && of === 'to' ? say('summaries.badRange', { most: mostWeeks }) : undefined;
  };

  function send(event: FormEvent): void {
    event.preventDefault();
    const [first, last] = [parseWeek(typed.from.trim()), parseWeek(typed.to.trim())];
    if (last === undefined) return setProblem('to');
    if (kind === 'range' && first === undefined) return setProblem('from');
    const period: Period = kind === 'week' ? { kind, week: last } : { kind, from: first ?? last, to: last };
    if (boundsOf(period).from > last || lengthOf(period) > mostWeeks) return setProblem('range');
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
          type="week"
          size="small"
          value={typed[of]}
          onChange={(_, { value }) => setTyped((before) => ({ ...before, [of]: value }))}
        />
      </Field>
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {kind === 'range' && field('from', say('summaries.from'))}
      {field('to', say(kind === 'range' ? 'summaries.to' : 'summaries.week'))}
      <Button type="submit" size="small">
        {say('summaries.show')}
      </Button>
    </form>
  );
}
