import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { InvitationView, OrganisationView } from '../../contract/invitations.ts';
import { formatDay } from '../../words/date-format.ts';
import { type FieldProblem, FieldProblemsProvider, InputField } from '../ui/form-fields.tsx';
import { partnerTypeText } from '../ui/case-labels.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { isOrganisationName, type InvitationsControls } from './use-invitations.ts';

export function OrganisationPanel({
  organisation,
  days,
  partners,
}: {
  readonly organisation: OrganisationView;
  readonly days: 1 | 7 | 14;
  readonly partners: InvitationsControls;
}) {
  const { translate, call } = useTab();
  const styles = useFormStyles();
  const { id, name, type, invitations } = organisation;
  return (
    <Panel
      level={2}
      heading={`${name} (${partnerTypeText(translate, type)})`}
      summary={`${invitations.length}`}
      isInitiallyOpen={partners.named === id}
    >
      <div>
        <Button
          disabledFocusable={partners.isBusy}
          onClick={() => void partners.act(() => call('partners.invite', { organisation: id, days }))}
        >
          {translate('partners.inviteFor', { name })}
        </Button>
      </div>
      <RenameForm {...{ organisation, partners }} />
      {invitations.length === 0 ? (
        <p>{translate('partners.noInvitations')}</p>
      ) : (
        <ul className={styles.list} aria-label={`${translate('partners.invitations')}: ${name}`}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} {...{ invitation, days, partners }} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RenameForm({
  organisation: { id, name: currentName },
  partners,
}: {
  readonly organisation: OrganisationView;
  readonly partners: InvitationsControls;
}) {
  const { translate, call, announce } = useTab();
  const styles = useFormStyles();
  const [name, setName] = useState<string>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const field = `rename-${id}`;
  const isOpen = name !== undefined;
  useEffect(() => {
    if (isOpen) document.getElementById(field)?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, field]);

  if (name === undefined) {
    return (
      <div>
        <Button
          ref={opener}
          size="small"
          aria-label={`${translate('partners.rename')}: ${currentName}`}
          onClick={() => setName(currentName)}
        >
          {translate('partners.rename')}
        </Button>
      </div>
    );
  }
  const close = (): void => {
    setName(undefined);
    setProblems([]);
  };
  const save = async () => {
    const isOdd = !isOrganisationName(name);
    setProblems(isOdd ? [{ field, text: translate('partners.nameOdd') }] : []);
    if (isOdd) return document.getElementById(field)?.focus();
    const renameRequest = { organisation: id, was: currentName, name: name.trim() };
    if (!(await partners.act(() => call('partners.rename', renameRequest)))) return;
    close();
    announce(translate('partners.renamed'));
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FieldProblemsProvider value={problems}>
        <InputField
          id={field}
          label={translate('partners.newName')}
          hint={translate('partners.renameHint')}
          value={name}
          onValue={setName}
        />
      </FieldProblemsProvider>
      <div className={styles.row}>
        <Button type="submit" size="small" disabledFocusable={partners.isBusy}>
          {translate('partners.renameSave')}
        </Button>
        <Button size="small" onClick={close}>
          {translate('case.cancel')}
        </Button>
      </div>
    </form>
  );
}

function stateText({ translate, language }: Tab, { state, by, until }: InvitationView): string {
  if (state === 'open') return translate('partners.open', { until: formatDay(language, until) });
  if (state === 'expired') return translate('partners.expired');
  if (state === 'revoked') return translate('partners.revoked');
  return translate(by === 'words' ? 'partners.usedWords' : 'partners.usedPasskey');
}

function InvitationRow({
  invitation,
  days,
  partners,
}: {
  readonly invitation: InvitationView;
  readonly days: 1 | 7 | 14;
  readonly partners: InvitationsControls;
}) {
  const tab = useTab();
  const { translate, call } = tab;
  const styles = useFormStyles();
  const [isAsking, setAsking] = useState(false);
  const { id, number, madeOn, state } = invitation;
  const day = formatDay(tab.language, madeOn);
  const name = translate('partners.row', { number, day, state: stateText(tab, invitation) });
  const hint = `renew-${id}`;
  return (
    <li className={styles.item}>
      <span>{name}</span>
      {state !== 'revoked' && !isAsking && (
        <>
          <div className={styles.row}>
            <Button
              size="small"
              aria-label={`${translate('partners.renew')}: ${name}`}
              aria-describedby={hint}
              disabledFocusable={partners.isBusy}
              onClick={() => void partners.act(() => call('partners.renew', { invitation: id, days }))}
            >
              {translate('partners.renew')}
            </Button>
            <Button
              size="small"
              aria-label={`${translate('partners.revoke')}: ${name}`}
              disabledFocusable={partners.isBusy}
              onClick={() => setAsking(true)}
            >
              {translate('partners.revoke')}
            </Button>
          </div>
          <span id={hint}>{translate('partners.renewHint')}</span>
        </>
      )}
      {isAsking && (
        <div role="group" aria-label={name}>
          <p>{translate('partners.sure')}</p>
          <div className={styles.row}>
            <Button
              size="small"
              disabledFocusable={partners.isBusy}
              onClick={() => {
                setAsking(false);
                void partners.act(() => call('partners.revoke', { invitation: id }));
              }}
            >
              {translate('partners.sureYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {translate('partners.sureNo')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
