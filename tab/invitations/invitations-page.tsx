import { Button, makeStyles, Select, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { encodeQR } from 'qr';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type PartnerType, partnerTypes } from '../../core/model/report-routes.ts';
import type { PartnerHistoryEntry } from '../../contract/invitations.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { CopyableText } from '../ui/copyable-text.tsx';
import { type FieldProblem, FieldProblemsProvider, InputField, SelectField } from '../ui/form-fields.tsx';
import { partnerTypeText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { useTab } from '../ui/tab-context.ts';
import { OrganisationPanel } from './organisation-panel.tsx';
import { isOrganisationName, type InvitationsControls, useInvitations } from './use-invitations.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
  heading: { ...typographyStyles.title2, margin: 0, ':focus': { outlineStyle: 'none' } },
  // White in any theme: a camera wants dark on light.
  code: { display: 'block', width: '100%', maxWidth: '18rem', aspectRatio: '1', backgroundColor: '#ffffff' },
});

const invitationProblemWords = {
  taken: 'partners.taken',
  changed: 'partners.changed',
  noSuch: 'partners.gone',
  revoked: 'partners.wasRevoked',
} as const satisfies Readonly<Record<NonNullable<InvitationsControls['why']>, WordKey>>;
const actionWords = {
  organisationNamed: 'partners.didName',
  organisationRenamed: 'partners.didRename',
  partnerInvited: 'partners.didInvite',
  invitationRenewed: 'partners.didRenew',
  invitationRevoked: 'partners.didRevoke',
} as const satisfies Readonly<Record<PartnerHistoryEntry['kind'], WordKey>>;
const linkDays = [1, 7, 14] as const;

export default function InvitationsPage() {
  const styles = useStyles();
  const formStyles = useFormStyles();
  const { translate: say, language } = useTab();
  const partners = useInvitations();
  const { view, made: createdLink, why, refusal } = partners;
  const [days, setDays] = useState<(typeof linkDays)[number]>(7);
  const linkHeading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (createdLink) linkHeading.current?.focus();
  }, [createdLink]);
  const organisationName = (id: string): string => view?.organisations.find((one) => one.id === id)?.name ?? '';

  return (
    <div className={styles.page}>
      <h1 tabIndex={-1} className={styles.heading}>
        {say('shell.partners')}
      </h1>
      <p>{say('partners.intro')}</p>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: say('partners.again'), run: () => void partners.load() }} />
      )}
      {why && (
        <Notice tone="careful" role="alert">
          <p>{say(invitationProblemWords[why])}</p>
        </Notice>
      )}
      {createdLink && (
        <Notice tone="calm">
          <h2 ref={linkHeading} tabIndex={-1}>
            {say('partners.linkHeading')}
          </h2>
          <p>
            {say('partners.linkFor', {
              name: organisationName(createdLink.organisation),
              until: formatDay(language, createdLink.until),
            })}
          </p>
          <CopyableText label={say('partners.link')} text={createdLink.link} />
          <LinkQrCode key={createdLink.link} link={createdLink.link} />
          <div>
            <Button size="small" onClick={partners.dismissLink}>
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
        <label className={formStyles.row}>
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
        <OrganisationPanel key={organisation.id} {...{ organisation, days, partners }} />
      ))}
      {view && <AddOrganisationForm partners={partners} />}
      {view && view.done.length > 0 && (
        <Panel level={2} heading={say('partners.doneHeading')} summary={`${view.done.length}`}>
          <p>{say('partners.doneHint')}</p>
          <ul className={formStyles.list}>
            {view.done.map(({ kind, by, on, organisation, invitation = 0 }, at) => (
              <li key={`${view.done.length - at}`}>
                {say(actionWords[kind], {
                  on: formatDay(language, on),
                  who: by.name || say('partners.somebody'),
                  name: organisationName(organisation),
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

function AddOrganisationForm({ partners }: { readonly partners: InvitationsControls }) {
  const { translate: say, call, announce } = useTab();
  const styles = useFormStyles();
  const [name, setName] = useState('');
  const [type, setType] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const save = async () => {
    const kind: PartnerType | undefined = partnerTypes.find((one) => one === type);
    const found = [
      ...(isOrganisationName(name) ? [] : [{ field: 'partner-name', text: say('partners.nameOdd') }]),
      ...(kind === undefined ? [{ field: 'partner-type', text: say('case.choose') }] : []),
    ];
    setProblems(found);
    if (kind === undefined || found.length > 0) {
      document.getElementById(found[0]?.field ?? '')?.focus();
      return;
    }
    if (!(await partners.act(() => call('partners.name', { name: name.trim(), type: kind })))) return;
    setName('');
    setType('');
    announce(say('partners.saved'));
  };
  return (
    <Panel level={2} heading={say('partners.nameHeading')}>
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
            id="partner-name"
            label={say('partners.name')}
            hint={say('partners.nameHint')}
            value={name}
            onValue={setName}
          />
          <SelectField
            id="partner-type"
            label={say('partners.type')}
            hint={say('partners.typeHint')}
            value={type}
            onValue={setType}
            options={partnerTypes.map((value) => ({ value, text: partnerTypeText(say, value) }))}
          />
        </FieldProblemsProvider>
        <div>
          <Button type="submit" disabledFocusable={partners.isBusy}>
            {say('partners.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** White modules around a code: ISO/IEC 18004. */
const quietZoneModules = 4;

function renderQrCode(text: string): { readonly side: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZoneModules });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { side: rows.length, path };
}

function LinkQrCode({ link }: { readonly link: string }) {
  const { translate: say } = useTab();
  const [styles, { form }] = [useStyles(), useFormStyles()];
  const [isShown, setShown] = useState(false);
  const code = useMemo(() => (isShown ? renderQrCode(link) : undefined), [isShown, link]);
  return (
    <div className={form}>
      <div>
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {say('partners.code')}
        </Button>
      </div>
      {code && (
        <>
          <p>{say('partners.codeHint')}</p>
          <svg
            role="img"
            aria-label={say('partners.codeName')}
            className={styles.code}
            viewBox={`0 0 ${code.side} ${code.side}`}
            shapeRendering="crispEdges"
          >
            <path d={code.path} fill="#000000" />
          </svg>
        </>
      )}
    </div>
  );
}
