import { makeStyles, Button, Select, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { PartnerEntry } from '../../contract/invitations.ts';
import { showDay } from '../../words/days.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel } from '../parts/panel.tsx';
import { RefusalNotice } from '../parts/refusal-notice.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';
import { LinkCode } from './link-code.tsx';
import { NameForm } from './name-form.tsx';
import { Organisation } from './organisation.tsx';
import { type Partners, usePartners } from './use-partners.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
  heading: { ...typographyStyles.title2, margin: 0, ':focus': { outlineStyle: 'none' } },
});

const whyWords = {
  taken: 'partners.taken',
  changed: 'partners.changed',
  noSuch: 'partners.gone',
  revoked: 'partners.wasRevoked',
} as const satisfies Readonly<Record<NonNullable<Partners['why']>, WordKey>>;
const didWords = {
  organisationNamed: 'partners.didName',
  organisationRenamed: 'partners.didRename',
  partnerInvited: 'partners.didInvite',
  invitationRenewed: 'partners.didRenew',
  invitationRevoked: 'partners.didRevoke',
} as const satisfies Readonly<Record<PartnerEntry['kind'], WordKey>>;
const linkDays = [1, 7, 14] as const;

export default function PartnersPage() {
  const styles = useStyles();
  const list = useKeysStyles();
  const { say, language } = useTab();
  const partners = usePartners();
  const { view, made, why, refusal } = partners;
  const [days, setDays] = useState<(typeof linkDays)[number]>(7);
  const shown = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (made) shown.current?.focus();
  }, [made]);
  const nameOf = (id: string): string => view?.organisations.find((one) => one.id === id)?.name ?? '';

  return (
    <div className={styles.page}>
      <h1 tabIndex={-1} className={styles.heading}>
        {say('shell.partners')}
      </h1>
      <p>{say('partners.intro')}</p>
      {refusal && (
        <RefusalNotice refusal={refusal} again={{ words: say('partners.again'), run: () => void partners.load() }} />
      )}
      {why && (
        <Notice tone="careful" role="alert">
          <p>{say(whyWords[why])}</p>
        </Notice>
      )}
      {made && (
        <Notice tone="calm">
          <h2 ref={shown} tabIndex={-1}>
            {say('partners.linkHeading')}
          </h2>
          <p>{say('partners.linkFor', { name: nameOf(made.organisation), until: showDay(language, made.until) })}</p>
          <CopyText label={say('partners.link')} text={made.link} />
          <LinkCode key={made.link} link={made.link} />
          <div>
            <Button size="small" onClick={partners.forget}>
              {say('partners.linkDone')}
            </Button>
          </div>
        </Notice>
      )}
      {view === undefined && refusal === undefined && (
        <Spinner size="small" label={say('partners.loading')} labelPosition="after" />
      )}
      {view?.organisations.length === 0 && <p>{say('partners.none')}</p>}
      {view && view.organisations.length > 0 && (
        <label className={list.row}>
          {say('partners.days')}
          <Select
            value={`${days}`}
            onChange={(_, { value }) => setDays(linkDays.find((one) => `${one}` === value) ?? 7)}
          >
            {linkDays.map((one) => (
              <option key={one} value={`${one}`}>
                {say('partners.daysOf', { days: one })}
              </option>
            ))}
          </Select>
        </label>
      )}
      {view?.organisations.map((organisation) => (
        <Organisation key={organisation.id} {...{ organisation, days, partners }} />
      ))}
      {view && <NameForm partners={partners} />}
      {view && view.done.length > 0 && (
        <Panel level={2} heading={say('partners.doneHeading')} summary={`${view.done.length}`}>
          <p>{say('partners.doneHint')}</p>
          <ul className={list.list}>
            {view.done.map(({ kind, by, on, organisation, invitation = 0 }, at) => (
              <li key={`${view.done.length - at}`}>
                {say(didWords[kind], {
                  on: showDay(language, on),
                  who: by.name || say('partners.somebody'),
                  name: nameOf(organisation),
                  number: invitation,
                })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
