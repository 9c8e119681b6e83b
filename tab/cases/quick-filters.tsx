import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { type CountName, type QuickFilterName, quickFilterNames } from './case-list-filter.ts';

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

export const countNameWords = {
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
  safety: 'list.safety',
} as const satisfies Record<CountName, WordKey>;

export const countText = (say: Tab['translate'], count: number, max: number): string =>
  count < max ? `${count}` : say('list.moreThan', { most: max });

export function QuickFilters({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: OperationAnswer<'cases.counts'> | undefined;
  readonly chosen: QuickFilterName | undefined;
  readonly onChoose: (name: QuickFilterName) => void;
}) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const shownCount = (name: QuickFilterName): string => {
    if (!counts) return '';
    return countText(say, counts[name], counts.most);
  };
  return (
    <ul className={styles.list} aria-label={say('list.quick')}>
      {quickFilterNames.map((name) => (
        <li key={name}>
          <ToggleButton
            size="small"
            checked={chosen === name}
            appearance={chosen === name ? 'primary' : 'outline'}
            onClick={() => onChoose(name)}
          >
            {say(countNameWords[name])} <strong className={styles.count}>{shownCount(name)}</strong>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}
