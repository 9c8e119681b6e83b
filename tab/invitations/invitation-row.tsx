import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { InvitationView } from '../../contract/invitations.ts';
import { showDay } from '../../words/days.ts';
import { useKeysStyles } from '../parts/styles.ts';
import { type Tab, useTab } from '../parts/tab-context.ts';
import type { Partners } from './use-partners.ts';

function stateText({ say, language }: Tab, { state, by, until }: InvitationView): string {
  if (state === 'open') return say('partners.open', { until: showDay(language, until) });
  if (state === 'expired') return say('partners.expired');
  if (state === 'revoked') return say('partners.revoked');
  return say(by === 'words' ? 'partners.usedWords' : 'partners.usedPasskey');
}

export function InvitationRow({
  invitation,
  days,
  partners,
}: {
  readonly invitation: InvitationView;
  readonly days: 1 | 7 | 14;
  readonly partners: Partners;
}) {
  const tab = useTab();
  const { say, call } = tab;
  const styles = useKeysStyles();
  const [isAsking, setAsking] = useState(false);
  const { id, number, state } = invitation;
  const name = say('partners.row', { number, state: stateText(tab, invitation) });
  const hint = `renew-${id}`;
  return (
    <li className={styles.item}>
      <span>{name}</span>
      {state !== 'revoked' && !isAsking && (
        <>
          <div className={styles.row}>
            <Button
              size="small"
              aria-label={`${say('partners.renew')}: ${name}`}
              aria-describedby={hint}
              disabledFocusable={partners.isBusy}
              onClick={() => void partners.act(() => call('partners.renew', { invitation: id, days }))}
            >
              {say('partners.renew')}
            </Button>
            <Button
              size="small"
              aria-label={`${say('partners.revoke')}: ${name}`}
              disabledFocusable={partners.isBusy}
              onClick={() => setAsking(true)}
            >
              {say('partners.revoke')}
            </Button>
          </div>
          <span id={hint}>{say('partners.renewHint')}</span>
        </>
      )}
      {isAsking && (
        <div role="group" aria-label={name}>
          <p>{say('partners.sure')}</p>
          <div className={styles.row}>
            <Button
              size="small"
              disabledFocusable={partners.isBusy}
              onClick={() => {
                setAsking(false);
                void partners.act(() => call('partners.revoke', { invitation: id }));
              }}
            >
              {say('partners.sureYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {say('partners.sureNo')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
