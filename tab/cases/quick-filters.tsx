import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { type Tab, useTab } from '../parts/tab-context.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { type CountedName, type QuickName, quickNames } from './list-filter.ts';

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

/** Used by the quick filters, the list's filters and the page "Today". */
export const countedWords = {
  open: 'list.open',
  overdue: 'list.overdue',
  dueSoon: 'list.dueSoon',
  mine: 'list.mine',
  unassigned: 'list.unassigned',
  review: 'list.review',
  unread: 'list.unread',
  atRisk: 'list.atRisk',
  unacknowledged: 'list.unacknowledged',
  second: 'list.second',
} as const satisfies Record<CountedName, WordKey>;

/** A count stops at `most`. */
export const countText = (say: Tab['say'], count: number, most: number): string =>
  count < most ? `${count}` : say('list.moreThan', { most });

interface Props {
  readonly counts: AnswerOf<'cases.counts'> | undefined;
  readonly chosen: QuickName | undefined;
  readonly onChoose: (name: QuickName) => void;
}

export function QuickFilters({ counts, chosen, onChoose }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const shown = (name: QuickName): string => {
    if (!counts) return '';
    return countText(say, counts[name], counts.most);
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
            {say(countedWords[name])} <strong className={styles.count}>{shown(name)}</strong>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}
