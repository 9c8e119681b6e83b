import { Badge, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import {
  identityAgreementDays,
  currentIdentityAgreements,
  type IdentityRules,
  identityRefusal,
} from '../../core/model/identity-request.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { IdentityRequestView } from '../../contract/identities.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { formatDay, formatTimestamp } from '../../words/date-format.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { TextAreaField } from '../ui/form-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { newRequestId } from '../ui/request-ids.ts';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { type DecryptedSeals, useDecryptedSeals } from '../crypto/use-decrypted-seals.ts';
import { toChangeOutcome, useReasonForm } from '../crypto/use-reason-form.ts';
import { decryptIdentity } from './decrypt-identity.ts';
import type { IdentityDisclosure } from './identity-view.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  rows: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  caseTitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  beside: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface IdentityRequestsProps {
  readonly isUnlocked: boolean;
  readonly refreshKey: number;
  readonly onOpened: (shown: IdentityDisclosure) => void;
}

export function IdentityRequests({ isUnlocked, refreshKey, onOpened }: IdentityRequestsProps) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, language, me } = tab;
  const [chosen, setChosen] = useState<CaseId>();
  /** Chosen requests stay, hidden, so that typed words are not lost. */
  const [seen, setSeen] = useState<readonly CaseId[]>([]);
  const [ended, setEnded] = useState<string>();
  const today = parseDay(me.today);

  const { answer: listed, refusal, load } = useQuery('identity.list', {}, refreshKey);
  const closeRequest = (caseId: CaseId) => {
    setChosen(undefined);
    setSeen((before) => before.filter((one) => one !== caseId));
  };

  return (
    <section className={styles.part} aria-labelledby="identity-requests">
      <h2 id="identity-requests" className={styles.title}>
        {translate('request.listHeading')}
      </h2>
      <Text>{translate('request.listIntro')}</Text>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('request.again'), run: () => void load() }} />
      )}
      {listed === undefined && refusal === undefined && <Spinner size="tiny" label={translate('request.loading')} />}
      {ended !== undefined && (
        <Notice tone="good" role="status">
          <p>{ended}</p>
        </Notice>
      )}
      {listed?.rows.length === 0 && <Text>{translate('request.none')}</Text>}
      {listed !== undefined && listed.rows.length > 0 && (
        <ul className={styles.rows} aria-label={translate('request.listHeading')}>
          {listed.rows.map(({ caseId, request }) => {
            const count = today === undefined ? 0 : currentIdentityAgreements(request, today).length;
            return (
              <li key={caseId} className={styles.row}>
                <Button
                  aria-expanded={caseId === chosen}
                  onClick={() => {
                    setEnded(undefined);
                    setChosen(caseId === chosen ? undefined : caseId);
                    setSeen((before) => [...new Set([...before, caseId])]);
                  }}
                >
                  {translate('request.row', {
                    reference: formatCaseId(caseId),
                    day: formatDay(language, request.on),
                    name: personName(tab, { objectId: request.by }, listed.people),
                  })}
                </Button>
                {count > 0 && <Badge appearance="outline">{translate('request.agreedCount', { count })}</Badge>}
              </li>
            );
          })}
        </ul>
      )}
      {listed?.isMore === true && <Text>{translate('request.more')}</Text>}
      {listed !== undefined && (
        <div>
          <Button onClick={() => void load()}>{translate('request.again')}</Button>
        </div>
      )}
      {seen.map((caseId) => (
        <div key={caseId} hidden={caseId !== chosen}>
          <RequestView
            caseId={caseId}
            isUnlocked={isUnlocked}
            isShown={caseId === chosen}
            onOpened={(shown) => {
              closeRequest(caseId);
              onOpened(shown);
            }}
            onChanged={() => void load()}
            onEnded={(words) => {
              setEnded(words);
              closeRequest(caseId);
              void load();
            }}
          />
        </div>
      ))}
    </section>
  );
}

const getSeals = ({ entries }: IdentityRequestView) => entries.map(({ words }) => words);

interface RequestViewProps {
  readonly caseId: CaseId;
  readonly isUnlocked: boolean;
  readonly isShown: boolean;
  readonly onOpened: (shown: IdentityDisclosure) => void;
  readonly onChanged: () => void;
  readonly onEnded: (words: string) => void;
}

/**
 * Fetches the reason once the key is unlocked, which the server records. Typed words stay if the key locks or a reload
 * fails.
 */
function RequestView({ caseId, isUnlocked, isShown, onOpened, onChanged, onEnded }: RequestViewProps) {
  const styles = useStyles();
  const { translate, call } = useTab();
  const [view, setView] = useState<IdentityRequestView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useDecryptedSeals('custodians', view, getSeals);
  const id = useId();

  const load = useCallback(async () => {
    const answer = await call('identity.consider', { caseId, request: newRequestId() });
    setRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [call, caseId]);
  const isToRead = isUnlocked && isShown && view === undefined;
  useEffect(() => {
    if (isToRead) void load();
  }, [load, isToRead]);
  useEffect(() => heading.current?.focus(), []);

  return (
    <section className={styles.shown} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.caseTitle}>
        {translate('request.caseHeading', { reference: formatCaseId(caseId) })}
      </h3>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('request.again'), run: () => void load() }} />
      )}
      {view === undefined && !isUnlocked && <p>{translate('request.unlockFirst')}</p>}
      {isToRead && refusal === undefined && <Spinner size="tiny" label={translate('request.loading')} />}
      {view && (
        <>
          {view.entries.map((entry) => (
            <RequestEntry key={entry.sequence} entry={entry} view={view} words={words} />
          ))}
          <RequestDecision
            view={view}
            onOpened={onOpened}
            onEnded={onEnded}
            onAgreed={() => {
              void load();
              onChanged();
            }}
          />
        </>
      )}
    </section>
  );
}

function RequestEntry(props: {
  readonly entry: IdentityRequestView['entries'][number];
  readonly view: IdentityRequestView;
  readonly words: DecryptedSeals;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, language, me } = tab;
  const { by, at, words } = props.entry;
  const opened = props.words.get(words.digest);
  return (
    <div>
      <p className={styles.beside}>
        {translate('request.wordsOf', { name: personName(tab, by, props.view.people) })},{' '}
        {formatTimestamp(language, at, me.timeZone)}
      </p>
      {opened === undefined && <p>{translate('request.locked')}</p>}
      {opened !== undefined && opened.text === undefined && <p>{translate('request.wordsClosed')}</p>}
      {opened?.text !== undefined && (
        <p className={styles.words} dir="auto" translate="no">
          {opened.text}
        </p>
      )}
    </div>
  );
}

const defaultRules: IdentityRules = { custodians: 1, withoutRequest: true };

interface DecisionProps {
  readonly view: IdentityRequestView;
  readonly onOpened: (shown: IdentityDisclosure) => void;
  readonly onAgreed: () => void;
  readonly onEnded: (words: string) => void;
}

function RequestDecision({ view, onOpened, onAgreed, onEnded }: DecisionProps) {
  const { translate, me } = useTab();
  const today = parseDay(me.today);
  const { request } = view;
  const isOwn = request.by === me.objectId;
  const why =
    today && identityRefusal({ identityAsked: request, excluded: [] }, me.objectId, me.identity ?? defaultRules, today);
  const hasAgreed = today !== undefined && currentIdentityAgreements(request, today).includes(me.objectId);
  return (
    <>
      {request.withheld && <p>{translate('request.withheld')}</p>}
      {why === undefined && <OpenRequestedIdentityForm view={view} onOpened={onOpened} />}
      {why !== undefined && isOwn && <p>{translate('request.ownWaits')}</p>}
      {why !== undefined && !isOwn && hasAgreed && <p>{translate('request.agreed')}</p>}
      {why !== undefined && !isOwn && !hasAgreed && (
        <>
          <p>{translate('request.agreeIntro', { days: identityAgreementDays })}</p>
          <DecisionForm
            view={view}
            what="agree"
            label={translate('request.agreeReason')}
            sendLabel={translate('request.agree')}
            savedText={translate('request.agreed')}
            onSaved={onAgreed}
          />
        </>
      )}
      {isOwn ? (
        <WithdrawForm view={view} onEnded={onEnded} />
      ) : (
        <DecisionForm
          view={view}
          what="refuse"
          label={translate('request.refuseReason')}
          sendLabel={translate('request.refuse')}
          savedText={translate('request.refused')}
          onSaved={() => onEnded(translate('request.refused'))}
        />
      )}
    </>
  );
}

const useRequestForm = ({ handledBy, request }: IdentityRequestView) =>
  useReasonForm('custodians', { handledBy, holds: 'custodians' }, request.reason);

interface DecisionFormProps {
  readonly view: IdentityRequestView;
  readonly what: 'agree' | 'refuse';
  readonly label: string;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly onSaved: () => void;
}

function DecisionForm({ view, what, label, sendLabel, savedText, onSaved }: DecisionFormProps) {
  const { translate, call } = useTab();
  const { form, field, clear, sealAndSend } = useRequestForm(view);
  return (
    <ChangeForm
      {...form}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        clear();
        onSaved();
      }}
      send={async (request) =>
        toChangeOutcome(
          await sealAndSend<OperationAnswer<'identity.agree' | 'identity.refuse'>>((words) =>
            call(`identity.${what}`, { caseId: view.caseId, request, of: view.request.reason, words }),
          ),
        )
      }
    >
      <TextAreaField {...field} label={label} hint={translate('request.decisionHint')} need="required" rows={3} />
    </ChangeForm>
  );
}

function WithdrawForm({ view, onEnded }: Pick<DecisionProps, 'view' | 'onEnded'>) {
  const { translate, call } = useTab();
  return (
    <ChangeForm
      intent={view.request.reason}
      problems={[]}
      sendLabel={translate('request.withdraw')}
      savedText={translate('request.withdrawn')}
      onSaved={() => onEnded(translate('request.withdrawn'))}
      send={async (request) => toChangeOutcome(await call('identity.withdraw', { caseId: view.caseId, request }))}
    />
  );
}

function OpenRequestedIdentityForm({ view, onOpened }: Pick<DecisionProps, 'view' | 'onOpened'>) {
  const { translate, call, announce } = useTab();
  const keys = useKeys();
  const { form, field, sealAndSend } = useRequestForm(view);
  const [error, setError] = useState<string>();

  const decryptAndShow = async (answer: OperationAnswer<'identity.open'>): Promise<void> => {
    const identities = keys.getKeys('custodians').map((key) => key.identity);
    const opened = await decryptIdentity(view.caseId, answer, identities).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      return thrown.code;
    });
    if (typeof opened === 'string') {
      setError(translate(opened === 'moved' ? 'identity.moved' : sealErrorWords[opened]));
      return;
    }
    announce(translate('identity.opened'));
    onOpened({ caseId: view.caseId, handledBy: answer.handledBy, isForOthers: false, decrypted: opened });
  };

  return (
    <>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <ChangeForm
        {...form}
        isPrimary
        sendLabel={translate('request.open')}
        savedText={translate('identity.opened')}
        send={async (request) => {
          setError(undefined);
          const sent = await sealAndSend((words) =>
            call('identity.open', { caseId: view.caseId, request, of: view.request.reason, words }),
          );
          if (sent.ok) await decryptAndShow(sent.value);
          return toChangeOutcome(sent);
        }}
      >
        <p>{translate('identity.recorded')}</p>
        <TextAreaField
          {...field}
          label={translate('request.openReason')}
          hint={translate('request.decisionHint')}
          need="required"
          rows={3}
        />
      </ChangeForm>
    </>
  );
}
