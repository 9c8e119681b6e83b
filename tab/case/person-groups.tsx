import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { formatDay } from '../../words/date-format.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { buildPersonGroups, type PersonGroup } from '../subjects/person-groups.ts';
import { deriveCardKeys } from '../subjects/subject-card-crypto.ts';
import { reportKindText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { trustsDecisions } from './integrity-alarms.ts';
import { WithdrawalDecision, WithdrawalRequestForm } from './withdrawal-forms.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const resultWords = { asked: 'group.partAsked', parted: 'group.parted', refused: 'group.partRefused' } as const;

/** Loaded only if the force has switched groups on. Always names what is confirmed, so that no match is out of sight. */
export default function PersonGroups({ opened }: { readonly opened: DecryptedCase }) {
  const tab = useTab();
  const { translate, call } = tab;
  const { events, people, record } = useCaseContext().view;
  const { samePerson = [], cardWithdrawal } = record;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes with its result, so this shows it and takes the focus.
  const [result, setResult] = useState<keyof typeof resultWords>();
  useEffect(() => {
    if (result !== undefined) heading.current?.focus();
  }, [result]);
  if (samePerson.length === 0 && result === undefined) return null;
  // The opening may be older than the request.
  const other = [...opened.entries, ...events].find(({ sequence }) => sequence === cardWithdrawal?.sequence)?.link
    ?.other;
  return (
    <section aria-label={translate('group.heading')}>
      <h4 ref={heading} tabIndex={-1}>
        {translate('group.heading')}
      </h4>
      {result !== undefined && (
        <Notice tone="good" role="status">
          <p>{translate(resultWords[result])}</p>
        </Notice>
      )}
      {samePerson.length > 0 && <GroupsShown key={samePerson.join(' ')} />}
      {cardWithdrawal !== undefined && other !== undefined && samePerson.includes(other) && (
        <>
          <p>
            {translate('group.partWaits', {
              who: personName(tab, { objectId: cardWithdrawal.by }, people),
              reference: formatCaseId(other),
            })}
          </p>
          <WithdrawalDecision
            key={cardWithdrawal.sequence}
            opened={opened}
            withdrawal={cardWithdrawal}
            texts={{
              own: translate('group.partOwn'),
              unread: translate('group.partUnread'),
              agree: translate('group.part', { reference: formatCaseId(other) }),
              agreed: translate('group.parted'),
              refuse: translate('group.partRefuse'),
              refused: translate('group.partRefused'),
            }}
            agree={(requestFields) => call('case.part', { ...requestFields, other, of: cardWithdrawal.of })}
            onAgreed={() => setResult('parted')}
            onRefused={() => setResult('refused')}
          />
        </>
      )}
      {cardWithdrawal === undefined && samePerson.length > 0 && (
        <WithdrawalRequestForm
          options={samePerson.map((value) => ({ value, text: formatCaseId(value) }))}
          label={translate('group.wrong')}
          neededText={translate('group.wrongNeeded')}
          sendLabel={translate('group.partAsk')}
          savedText={translate('group.partAsked')}
          send={(requestFields, chosen, words) => call('case.askParting', { ...requestFields, other: chosen, words })}
          onSaved={() => setResult('asked')}
        />
      )}
    </section>
  );
}

type GroupState =
  | { readonly kind: 'idle' | 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'shown'; readonly groups: readonly PersonGroup[]; readonly isMore: boolean };

function GroupsShown() {
  const { translate, call, navigate } = useTab();
  const { getKeys } = useKeys();
  const styles = useStyles();
  const { view, alarms } = useCaseContext();
  const { caseId, handledBy, samePerson = [] } = view.record;
  const isTrusted = trustsDecisions(alarms);
  const [state, setState] = useState<GroupState>({ kind: 'idle' });
  const show = async () => {
    setState({ kind: 'loading' });
    const answer = await call('case.personGroup', { caseId });
    if (!answer.ok) return setState({ kind: 'refused', refusal: answer.refusal });
    const keys = await deriveCardKeys(getKeys(handledBy), { tenantId: answer.value.tenantId, group: handledBy });
    setState({
      kind: 'shown',
      groups: isTrusted ? await buildPersonGroups(answer.value, caseId, keys) : [],
      isMore: answer.value.isMore,
    });
  };
  return (
    <>
      {!isTrusted && (
        <Notice tone="alarm">
          <p>{translate('subjects.untrusted', { reference: formatCaseId(caseId) })}</p>
        </Notice>
      )}
      <ul className={styles.list}>
        {samePerson.map((other) => (
          <li key={other}>
            <Button size="small" onClick={() => navigate({ page: 'case', caseId: other })}>
              {translate('case.openLinked', { reference: formatCaseId(other) })}
            </Button>
          </li>
        ))}
      </ul>
      <p>{translate('group.showHint')}</p>
      {state.kind === 'loading' ? (
        <Spinner size="small" label={translate('group.loading')} labelPosition="after" />
      ) : (
        <div>
          <Button onClick={() => void show()}>{translate('group.show')}</Button>
        </div>
      )}
      {state.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(translate, state.refusal)}</p>
        </Notice>
      )}
      {state.kind === 'shown' && (
        <div role="status">
          {state.groups.length === 0 && <p>{translate('group.none')}</p>}
          {state.groups.map((group, place) => (
            <Group key={place} group={group} />
          ))}
          {state.isMore && <p>{translate('group.more')}</p>}
        </div>
      )}
    </>
  );
}

function Group({ group: { reports, pairs } }: { readonly group: PersonGroup }) {
  const tab = useTab();
  const { translate, language } = tab;
  const styles = useStyles();
  const { record, people } = useCaseContext().view;
  return (
    <>
      <h5>{translate('group.reports', { count: reports.length })}</h5>
      <p>{translate('group.noProof')}</p>
      <ul className={styles.list}>
        {reports.map(({ caseId, kind, receivedOn }) => {
          const reference = formatCaseId(caseId);
          return (
            <li key={caseId}>
              {[
                caseId === record.caseId ? translate('group.thisReport', { reference }) : reference,
                reportKindText(translate, kind),
                formatDay(language, receivedOn),
              ].join(' · ')}
            </li>
          );
        })}
      </ul>
      <ul className={styles.list}>
        {pairs.map(({ cases: [one, other], by, at }, place) => (
          <li key={place}>
            {translate('group.pair', {
              one: formatCaseId(one),
              other: formatCaseId(other),
              who: personName(tab, { objectId: by }, people),
              day: formatDay(language, at.slice(0, 10)),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
