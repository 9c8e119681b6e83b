import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../../contract/answers.ts';
import type { ShownChannel } from '../../contract/campaigns.ts';
import { LineField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { channelName } from './channel-name.ts';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
});

export function ChannelList({
  channels,
  onNamed,
}: {
  readonly channels: readonly ShownChannel[];
  readonly onNamed: () => void;
}) {
  const styles = useStyles();
  const { say, call, announce } = useTab();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<Refusal>();

  async function save(channel: string, name: string): Promise<void> {
    const answer = await call('campaigns.nameChannel', { channel, name });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (!answer.ok) return;
    announce(say('campaigns.saved'));
    onNamed();
  }

  return (
    <Panel level={2} heading={say('campaigns.channelsHeading')} summary={`${channels.length}`}>
      <p>{say('campaigns.channelsHint')}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul className={styles.rows}>
        {channels.map((channel, place) => {
          const name = names[channel.id] ?? channel.name ?? '';
          return (
            <li key={channel.id}>
              <form
                className={styles.row}
                aria-label={channelName(say, channel.language, channel, place)}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (name.trim() !== '') void save(channel.id, name.trim().slice(0, 60));
                }}
              >
                <LineField
                  id={`channel-${channel.id}`}
                  label={say('campaigns.channelName', { number: place + 1 })}
                  value={name}
                  onValue={(value) => setNames((before) => ({ ...before, [channel.id]: value }))}
                />
                <Button type="submit">{say('campaigns.save')}</Button>
              </form>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
