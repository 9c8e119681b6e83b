import { Button } from '@fluentui/react-components';
import type { OrganisationView } from '../../contract/invitations.ts';
import { partnerTypeText } from '../parts/named-in-case.ts';
import { Panel } from '../parts/panel.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';
import { InvitationRow } from './invitation-row.tsx';
import { RenameForm } from './rename-form.tsx';
import type { Partners } from './use-partners.ts';

export function Organisation({
  organisation,
  days,
  partners,
}: {
  readonly organisation: OrganisationView;
  readonly days: 1 | 7 | 14;
  readonly partners: Partners;
}) {
  const { say, call } = useTab();
  const styles = useKeysStyles();
  const { id, name, type, invitations } = organisation;
  return (
    <Panel
      level={2}
      heading={`${name} (${partnerTypeText(say, type)})`}
      summary={`${invitations.length}`}
      isOpenFirst={partners.named === id}
    >
      <div>
        <Button
          disabledFocusable={partners.isBusy}
          onClick={() => void partners.act(() => call('partners.invite', { organisation: id, days }))}
        >
          {say('partners.inviteFor', { name })}
        </Button>
      </div>
      <RenameForm {...{ organisation, partners }} />
      {invitations.length === 0 ? (
        <p>{say('partners.noInvitations')}</p>
      ) : (
        <ul className={styles.list} aria-label={`${say('partners.invitations')}: ${name}`}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} {...{ invitation, days, partners }} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
