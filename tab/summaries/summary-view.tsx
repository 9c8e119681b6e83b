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
import { base64 } from '@scure/base';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Audience } from '../../core/model/permissions.ts';
import { type SummaryFormat, summaryFormats } from '../../core/model/output-formats.ts';
import { getPeriodLength, formatPeriod } from '../../summary/figures/periods.ts';
import type { Summary, SummaryHeadline } from '../../summary/figures/summary.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { LabelledSelect } from '../ui/labelled-select.tsx';
import { downloadFile } from '../ui/download-file.ts';
import { Section } from '../ui/section.tsx';
import { useTab } from '../ui/tab-context.ts';
import { cellLabel, trendTable } from './chart-data.ts';
import { FigureNotes, FigureTableView } from './figure-table.tsx';
import { summaryRefusalText } from './summary-notices.tsx';
import { SummaryCharts } from './summary-charts.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  notes: { display: 'grid', gap: tokens.spacingVerticalXS },
  // The width between the margins of A4.
  paper: { width: '17cm' },
  heading: { ...typographyStyles.title3, margin: 0, ':focus': { outlineStyle: 'none' } },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  figures: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 8rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  figure: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    breakInside: 'avoid',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': {
      margin: 0,
      fontSize: tokens.fontSizeHero700,
      lineHeight: tokens.lineHeightHero700,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  files: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    paddingBlockEnd: tokens.spacingVerticalXXS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    '& > section': { alignContent: 'start', justifyItems: 'stretch' },
  },
  trend: { gridColumn: '1 / -1' },
});

export interface SummaryViewOptions {
  readonly view: (typeof views)[number];
  readonly compares: boolean;
}
export const defaultViewOptions: SummaryViewOptions = { view: 'charts', compares: false };

const views = ['charts', 'tables'] as const;
const viewWords = { charts: 'summaries.charts', tables: 'summaries.tables' } as const;

/** On paper both charts and tables, in dark ink in any theme. */
export function SummaryView({
  summary,
  viewOptions: options,
  onViewOptions: onOptions,
  wantsFile,
}: {
  readonly summary: Summary;
  readonly viewOptions: SummaryViewOptions;
  readonly onViewOptions: (options: SummaryViewOptions) => void;
  readonly wantsFile: boolean;
}) {
  const styles = useStyles();
  const { translate: say, language } = useTab();
  const { view, compares } = options;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  const { isPrinting, print } = usePrintMode();
  const canCompare = summary.tables.some(({ columns }) => columns.some(({ id }) => id === 'before'));
  const [received] = summary.tables;
  const isPartly = summary.weeks.length < getPeriodLength(summary.period);
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
          {say(audienceWords[summary.audience])} · {say('summaries.asAt', { day: formatDay(language, summary.asAt) })}
          {isPartly && ` · ${say('summaries.partly', { weeks: summary.weeks.length })}`}
        </p>
        <HeadFigures head={summary.head} />
        {received && (
          <div className={styles.notes}>
            <FigureNotes table={{ notes: received.notes }} />
          </div>
        )}
        <div className={mergeClasses('screen-only', styles.choices)}>
          <LabelledSelect
            label={say('summaries.view')}
            options={views.map((value) => ({ value, words: say(viewWords[value]) }))}
            value={view}
            onChoose={(chosen) => onOptions({ compares, view: chosen ?? 'charts' })}
          />
          {canCompare && (
            <Switch
              label={say('summaries.compare')}
              checked={compares}
              onChange={(_, { checked }) => onOptions({ view, compares: checked })}
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

const headFigures = [
  ['received', 'summaries.received'],
  ['change', 'summaries.change'],
  ['inTime', 'summaries.inTime'],
  ['overdue', 'summaries.overdue'],
] as const satisfies readonly (readonly [keyof SummaryHeadline, WordKey])[];

function HeadFigures({ head }: { readonly head: SummaryHeadline }) {
  const styles = useStyles();
  const { translate: say } = useTab();
  return (
    <dl className={styles.figures}>
      {headFigures.map(([name, words]) => {
        const cell = head[name];
        return (
          cell && (
            <div key={name} className={styles.figure} data-head={name}>
              <dt>{say(words)}</dt>
              <dd>{cellLabel(say, cell)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

const formatNames = { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF', json: 'JSON' } as const satisfies Record<
  SummaryFormat,
  string
>;

/** The server checks the right to the file again. */
function FileButtons({
  summary,
  isWanted,
}: {
  readonly summary: Pick<Summary, 'audience' | 'period' | 'language'>;
  readonly isWanted: boolean;
}) {
  const styles = useStyles();
  const { translate: say, call } = useTab();
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const [making, setMaking] = useState<SummaryFormat>();
  const [statusText, setStatusText] = useState('');
  useEffect(() => {
    if (isWanted) first.current?.focus();
  }, [isWanted]);

  async function make(format: SummaryFormat): Promise<void> {
    if (making !== undefined) return;
    setMaking(format);
    setStatusText(say('summaries.making'));
    const { audience, period, language } = summary;
    const answer = await call('summaries.file', { audience, period: formatPeriod(period), language, format });
    setMaking(undefined);
    if (!answer.ok) return setStatusText(summaryRefusalText(say, answer.refusal));
    // Figures may have become unavailable since; asking for them again says why.
    if (answer.value.kind !== 'file') return setStatusText(say('summaries.notMade'));
    const { name } = answer.value;
    downloadFile(name, base64.decode(answer.value.base64));
    setStatusText(say('summaries.made', { name }));
  }

  return (
    <div className={styles.files}>
      <span id={id} className={styles.label}>
        {say('summaries.files')}
      </span>
      <div role="group" aria-labelledby={id} className={styles.buttons}>
        {summaryFormats.map((format, place) => (
          <Button
            key={format}
            ref={place === 0 ? first : null}
            size="small"
            disabledFocusable={making !== undefined}
            onClick={() => void make(format)}
          >
            {formatNames[format]}
          </Button>
        ))}
      </div>
      <div role="status">{statusText}</div>
    </div>
  );
}

function SummaryTables({ summary, compares }: { readonly summary: Summary; readonly compares: boolean }) {
  const styles = useStyles();
  const tab = useTab();
  const trend = trendTable(tab, summary.trend);
  return (
    <div className={styles.tables}>
      {summary.tables.map((table) => (
        <Section key={table.id} title={table.title}>
          <FigureTableView table={table} hidesComparison={!compares} />
          <FigureNotes table={table} />
        </Section>
      ))}
      {trend && (
        <div className={styles.trend}>
          <Section title={trend.title}>
            <FigureTableView table={trend} />
          </Section>
        </div>
      )}
    </div>
  );
}

/** Renders the page for paper before printing, also from the client's own menu. */
function usePrintMode() {
  const [isPrinting, setPrinting] = useState(false);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => {
    // At once: the client takes the page as it is when this returns.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  useEffect(() => {
    if (!isAsked) return;
    // Charts measure their container, so they need a moment after rendering.
    const timer = setTimeout(() => {
      setAsked(false);
      window.print();
      setPrinting(false);
    }, 250);
    return () => clearTimeout(timer);
  }, [isAsked]);

  const print = useCallback(() => {
    setPrinting(true);
    setAsked(true);
  }, []);
  return { isPrinting, print };
}

export const audienceWords = {
  acu: 'summaries.forUnit',
  reserve: 'summaries.forReserve',
  wider: 'summaries.forWider',
} as const satisfies Record<Audience, WordKey>;
