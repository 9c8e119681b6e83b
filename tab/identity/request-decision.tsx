import { useId, useState } from 'react';
import {
  agreementDays,
  agreementsOn,
  type IdentityRules,
  whyNotOpened,
} from '../../concerns/records/identity-request.ts';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { SealError } from '../../concerns/ports/seal.ts';
import type { IdentityRequestView } from '../../contract/identities.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { WordsField } from '../parts/fields.tsx';
import { Notice } from '../parts/notice.tsx';
import type { NotDone, Outcome } from '../parts/sending.ts';
import { type Result, useTab } from '../parts/tab-context.ts';
import { type Sealer, withWords, wordsProblem } from '../parts/with-words.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { sealErrorText } from '../seals/seal-error-text.ts';
import { sealWords } from '../seals/seal-words.ts';
import { readIdentity } from './read-identity.ts';
import type { Shown } from './shown-identity.tsx';

const after = (sent: Result<object, NotDone>): Outcome =>
  sent.ok ? { kind: 'saved', isNew: true } : { kind: 'refused', refusal: sent.refusal };

/** The rules if the server sends none. */
const usual: IdentityRules = { custodians: 1, withoutRequest: true };

interface DecisionProps {
  readonly view: IdentityRequestView;
  readonly onOpened: (shown: Shown) => void;
  readonly onAgreed: () => void;
  readonly onEnded: (words: string) => void;
}

export function RequestDecision({ view, onOpened, onAgreed, onEnded }: DecisionProps) {
  const { say, me } = useTab();
  const today = parseDay(me.today);
  const { request } = view;
  const isOwn = request.by === me.objectId;
  const why = today && whyNotOpened({ identityAsked: request, excluded: [] }, me.objectId, me.identity ?? usual, today);
  const hasAgreed = today !== undefined && agreementsOn(request, today).includes(me.objectId);
  return (
    <>
      {request.withheld && <p>{say('request.withheld')}</p>}
      {why === undefined && <OpenRequest view={view} onOpened={onOpened} />}
      {why !== undefined && isOwn && <p>{say('request.ownWaits')}</p>}
      {why !== undefined && !isOwn && hasAgreed && <p>{say('request.agreed')}</p>}
      {why !== undefined && !isOwn && !hasAgreed && (
        <>
          <p>{say('request.agreeIntro', { days: agreementDays })}</p>
          <DecisionForm
            view={view}
            what="agree"
            label={say('request.agreeReason')}
            sendLabel={say('request.agree')}
            savedText={say('request.agreed')}
            onSaved={onAgreed}
          />
        </>
      )}
      {isOwn ? (
        <Withdraw view={view} onEnded={onEnded} />
      ) : (
        <DecisionForm
          view={view}
          what="refuse"
          label={say('request.refuseReason')}
          sendLabel={say('request.refuse')}
          savedText={say('request.refused')}
          onSaved={() => onEnded(say('request.refused'))}
        />
      )}
    </>
  );
}

function useSealer({ handledBy }: Pick<IdentityRequestView, 'handledBy'>): Sealer {
  const { call } = useTab();
  const keys = useKeys();
  const sealing = { people: () => call('keys.people', {}), keys, record: { handledBy }, holds: 'custodians' } as const;
  return { seal: (reader, text) => sealWords(sealing, reader, text) };
}

interface FormProps {
  readonly view: IdentityRequestView;
  readonly what: 'agree' | 'refuse';
  readonly label: string;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly onSaved: () => void;
}

function DecisionForm({ view, what, label, sendLabel, savedText, onSaved }: FormProps) {
  const { say, call } = useTab();
  const id = useId();
  const sealer = useSealer(view);
  const [reason, setReason] = useState('');
  return (
    <ChangeForm
      intent={JSON.stringify([view.request.reason, reason])}
      problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
      isDirty={reason.trim() !== ''}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        setReason('');
        onSaved();
      }}
      send={async (request) =>
        after(
          await withWords<'custodians', AnswerOf<'identity.agree' | 'identity.refuse'>>(
            sealer,
            'custodians',
            reason,
            (words) => call(`identity.${what}`, { caseId: view.caseId, request, of: view.request.reason, words }),
          ),
        )
      }
    >
      <WordsField
        id={`${id}reason`}
        value={reason}
        onValue={setReason}
        label={label}
        hint={say('request.decisionHint')}
        need="required"
        rows={3}
      />
    </ChangeForm>
  );
}

function Withdraw({ view, onEnded }: Pick<DecisionProps, 'view' | 'onEnded'>) {
  const { say, call } = useTab();
  return (
    <ChangeForm
      intent={view.request.reason}
      problems={[]}
      sendLabel={say('request.withdraw')}
      savedText={say('request.withdrawn')}
      onSaved={() => onEnded(say('request.withdrawn'))}
      send={async (request) => after(await call('identity.withdraw', { caseId: view.caseId, request }))}
    />
  );
}

function OpenRequest({ view, onOpened }: Pick<DecisionProps, 'view' | 'onOpened'>) {
  const { say, call, announce } = useTab();
  const keys = useKeys();
  const id = useId();
  const sealer = useSealer(view);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();

  const read = async (answer: AnswerOf<'identity.open'>): Promise<void> => {
    const identities = keys.keysOf('custodians').map((key) => key.identity);
    const opened = await readIdentity(view.caseId, answer, identities).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      return thrown.code;
    });
    if (typeof opened === 'string') {
      setError(say(opened === 'moved' ? 'identity.moved' : sealErrorText[opened]));
      return;
    }
    announce(say('identity.opened'));
    onOpened({ caseId: view.caseId, handledBy: answer.handledBy, isForOthers: false, opened });
  };

  return (
    <>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <ChangeForm
        intent={JSON.stringify([view.request.reason, reason])}
        problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
        isDirty={reason.trim() !== ''}
        isPrimary
        sendLabel={say('request.open')}
        savedText={say('identity.opened')}
        send={async (request) => {
          setError(undefined);
          const sent = await withWords(sealer, 'custodians', reason, (words) =>
            call('identity.open', { caseId: view.caseId, request, of: view.request.reason, words }),
          );
          if (sent.ok) await read(sent.value);
          return after(sent);
        }}
      >
        <p>{say('identity.recorded')}</p>
        <WordsField
          id={`${id}reason`}
          value={reason}
          onValue={setReason}
          label={say('request.openReason')}
          hint={say('request.decisionHint')}
          need="required"
          rows={3}
        />
      </ChangeForm>
    </>
  );
}
