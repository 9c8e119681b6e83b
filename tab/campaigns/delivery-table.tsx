import { makeStyles, tokens } from '@fluentui/react-components';
import type { ShownItem } from '../../contract/campaigns.ts';
import { useTab } from '../parts/tab-context.ts';
import { failureWord } from './campaign-words.ts';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    maxWidth: '32rem',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'end',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th:first-child, & td:first-child': { textAlign: 'start', paddingInlineStart: 0, overflowWrap: 'anywhere' },
    '& thead th, & caption': { fontWeight: tokens.fontWeightSemibold },
    '& caption': { textAlign: 'start' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
});

/** Counts of people or channels; no one is named, and nothing tells who read it. */
export function DeliveryTable({ shown }: { readonly shown: ShownItem }) {
  const styles = useStyles();
  const { say } = useTab();
  const { health, channels, joiners, withdrawal, startedOn } = shown;
  if (startedOn === undefined) return <p>{say('campaignItem.notYet')}</p>;
  const optedOut = health?.optedOut === 'few' ? say('campaignItem.few') : health?.optedOut;
  const rows: readonly (readonly [label: string, count: string | number | undefined])[] = [
    [say('campaignItem.countSent'), health?.sent],
    [say('campaignItem.countPosted'), channels?.posted],
    [say('campaignItem.countWaiting'), health?.waiting ?? channels?.waiting],
    [say('campaignItem.countFailed'), channels?.failed],
    ...Object.entries(health?.failed ?? {}).map(([reason, count]) => [say(failureWord(reason)), count] as const),
    [say('campaignItem.gone'), health?.gone],
    [say('campaignItem.optedOut'), optedOut],
    [say('campaignItem.notKnown'), health?.notKnown ?? channels?.notKnown],
    [say('campaignItem.stopped'), health?.cancelled === 0 ? undefined : health?.cancelled],
    [say('campaignItem.replaced'), withdrawal?.sent ?? (channels?.withdrawn === 0 ? undefined : channels?.withdrawn)],
    [say('campaignItem.toReplace'), withdrawal?.waiting],
    [say('campaignItem.countStays'), channels?.stays === 0 ? undefined : channels?.stays],
  ];
  return (
    <>
      <table className={styles.table}>
        <caption>{say('campaignItem.delivery')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{say(channels ? 'campaignItem.inChannels' : 'campaignItem.people')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, count]) =>
            count === undefined ? null : (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{count}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {joiners !== undefined && <p>{say('campaignItem.joiners', { count: joiners })}</p>}
    </>
  );
}
