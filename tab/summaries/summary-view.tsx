import {
  Button,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Switch,
  teamsLightTheme,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { lengthOf } from '../../summary/periods.ts';
import type { Summary } from '../../summary/summary.ts';
import { showDay } from '../../words/days.ts';
import { Choice } from '../cases/choice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { FigureNotes } from './figure-table.tsx';
import { audienceWords } from './audience-words.ts';
import { FileButtons } from './file-buttons.tsx';
import { HeadFigures } from './head-figures.tsx';
import { SummaryCharts } from './summary-charts.tsx';
import { SummaryTables } from './summary-tables.tsx';
import { usePrinting } from './use-printing.ts';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  notes: { display: 'grid', gap: tokens.spacingVerticalXS },
  // The width between the margins of A4.
  paper: { width: '17cm' },
  heading: { ...typographyStyles.title3, margin: 0, ':focus': { outlineStyle: 'none' } },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
});

export interface Looking {
  readonly view: (typeof views)[number];
  readonly compares: boolean;
}
export const lookingAtFirst: Looking = { view: 'charts', compares: false };

const views = ['charts', 'tables'] as const;
const viewWords = { charts: 'summaries.charts', tables: 'summaries.tables' } as const;

interface Props {
  readonly summary: Summary;
  readonly looking: Looking;
  readonly onLook: (looking: Looking) => void;
  readonly wantsFile: boolean;
}

/** On paper both charts and tables, in dark ink whatever the theme. */
export function SummaryView({ summary, looking, onLook, wantsFile }: Props) {
  const styles = useStyles();
  const { say, language } = useTab();
  const { view, compares } = looking;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The control that asked for these figures may be gone by now.
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  const { isPrinting, print } = usePrinting();
  const canCompare = summary.tables.some(({ columns }) => columns.some(({ id }) => id === 'before'));
  const [received] = summary.tables;
  const isPartly = summary.weeks.length < lengthOf(summary.period);
  const shown = { summary, compares: compares && canCompare };
  return (
    <FluentProvider {...(isPrinting && { theme: teamsLightTheme })}>
      <div
        className={mergeClasses('summary', styles.sheet, isPrinting && styles.paper)}
        data-summary={summary.audience}
      >
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {summary.title}
        </h2>
        <p className={styles.words}>
          {say(audienceWords[summary.audience])} · {say('summaries.asAt', { day: showDay(language, summary.asAt) })}
          {isPartly && ` · ${say('summaries.partly', { weeks: summary.weeks.length })}`}
        </p>
        <HeadFigures head={summary.head} />
        {received && (
          <div className={styles.notes}>
            <FigureNotes table={{ notes: received.notes }} />
          </div>
        )}
        <div className={mergeClasses('screen-only', styles.choices)}>
          <Choice
            label={say('summaries.view')}
            options={views.map((value) => ({ value, words: say(viewWords[value]) }))}
            value={view}
            onChoose={(chosen) => onLook({ compares, view: chosen ?? 'charts' })}
          />
          {canCompare && (
            <Switch
              label={say('summaries.compare')}
              checked={compares}
              onChange={(_, { checked }) => onLook({ view, compares: checked })}
            />
          )}
          <Button size="small" onClick={print}>
            {say('summaries.print')}
          </Button>
          <FileButtons summary={summary} isWanted={wantsFile} />
        </div>
        {(view === 'charts' || isPrinting) && <SummaryCharts {...shown} />}
        {(view === 'tables' || isPrinting) && <SummaryTables {...shown} />}
      </div>
    </FluentProvider>
  );
}
