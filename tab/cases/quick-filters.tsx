import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useTab } from '../parts/tab-context.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { type QuickName, quickNames } from './list-filter.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  count: { marginInlineStart: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
});

/** The name of each quick filter, here and among the filters. */
export const quickWords = {
  open: 'list.open',
  overdue: 'list.overdue',
  dueSoon: 'list.dueSoon',
  mine: 'list.mine',
  unassigned: 'list.unassigned',
  review: 'list.review',
} as const satisfies Record<QuickName, WordKey>;

interface Props {
  readonly counts: AnswerOf<'cases.counts'> | undefined;
  readonly chosen: QuickName | undefined;
  readonly onChoose: (name: QuickName) => void;
}

/** How much there is to do, as filters. */
export function QuickFilters({ counts, chosen, onChoose }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const shown = (name: QuickName): string => {
    if (!counts) return '';
    return counts[name] < counts.most ? `${counts[name]}` : say('list.moreThan', { most: counts.most });
  };
  return (
    <ul className={styles.list} aria-label={say('list.quick')}>
      {quickNames.map((name) => (
        <li key={name}>
          <ToggleButton
            size="small"
            checked={chosen === name}
            appearance={chosen === name ? 'primary' : 'outline'}
            onClick={() => onChoose(name)}
          >
            {say(quickWords[name])} <strong className={styles.count}>{shown(name)}</strong>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}
