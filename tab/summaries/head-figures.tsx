import { makeStyles, tokens } from '@fluentui/react-components';
import type { SummaryHead } from '../../summary/summary.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { useTab } from '../parts/tab-context.ts';
import { cellWords } from './shown-cell.ts';

const useStyles = makeStyles({
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
});

const names = [
  ['received', 'summaries.received'],
  ['change', 'summaries.change'],
  ['inTime', 'summaries.inTime'],
  ['overdue', 'summaries.overdue'],
] as const satisfies readonly (readonly [keyof SummaryHead, WordKey])[];

export function HeadFigures({ head }: { readonly head: SummaryHead }) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <dl className={styles.figures}>
      {names.map(([name, words]) => {
        const cell = head[name];
        return (
          cell && (
            <div key={name} className={styles.figure} data-head={name}>
              <dt>{say(words)}</dt>
              <dd>{cellWords(say, cell)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
