import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { RunningClock } from '../../concerns/records/clocks.ts';
import { clockSentence, clockState } from './clock-state.ts';
import { useTab } from './tab-context.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  clock: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, marginTop: '0.15em' },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  soon: { fontWeight: tokens.fontWeightSemibold },
});

/** The clocks that run on a case, in words: colour and picture only repeat them. */
export function ClockList({ clocks }: { readonly clocks: readonly RunningClock[] }) {
  const styles = useStyles();
  const tab = useTab();
  return (
    <ul className={styles.list}>
      {clocks.map((running) => {
        const state = clockState(running.dueOn, tab.me.today);
        const Icon = state === 'overdue' ? WarningRegular : ClockRegular;
        const look = mergeClasses(styles.clock, state === 'overdue' && styles.overdue, state === 'soon' && styles.soon);
        return (
          <li key={running.clock} className={look}>
            <Icon aria-hidden className={styles.icon} />
            <span>{clockSentence(tab, running)}</span>
          </li>
        );
      })}
    </ul>
  );
}
