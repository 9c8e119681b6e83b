import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { RunningDeadline } from '../../core/model/deadlines.ts';
import { formatShortDay } from '../../words/date-format.ts';
import { deadlineSentence, deadlineState } from './deadline-state.ts';
import { useTab } from './tab-context.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  deadline: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, marginTop: '0.15em' },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  soon: { fontWeight: tokens.fontWeightSemibold },
});

export function DeadlineList({ deadlines }: { readonly deadlines: readonly RunningDeadline[] }) {
  const styles = useStyles();
  const tab = useTab();
  return (
    <ul className={styles.list}>
      {deadlines.map((running) => {
        const state = deadlineState(running.dueOn, tab.me.today);
        const Icon = state === 'overdue' ? WarningRegular : ClockRegular;
        const look = mergeClasses(
          styles.deadline,
          state === 'overdue' && styles.overdue,
          state === 'soon' && styles.soon,
        );
        return (
          <li key={running.deadline} className={look}>
            <Icon aria-hidden className={styles.icon} />
            <span>{deadlineSentence(tab, running, formatShortDay)}</span>
          </li>
        );
      })}
    </ul>
  );
}
