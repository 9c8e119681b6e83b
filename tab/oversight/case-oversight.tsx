import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { OverseenCaseView } from '../../contract/oversight.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import { ChangeForm } from '../ui/change-form.tsx';
import { eventText } from '../ui/event-text.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { outcomeText } from '../ui/case-labels.ts';
import { ReserveReasonField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { useTrackDecrypted } from '../crypto/keys-context.tsx';
import { useDecryptedSeals } from '../crypto/use-decrypted-seals.ts';
import { toChangeOutcome, useReasonForm } from '../crypto/use-reason-form.ts';

const useStyles = makeStyles({
  shown: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  entries: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  beside: { margin: 0, color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  plain: { margin: 0 },
});

const sealedReasons = ({ entries }: OverseenCaseView) =>
  entries.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));

/** Fetched each time it is shown, which the server records in the case's history. */
export function CaseOversight({ caseId }: { readonly caseId: CaseId }) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, language, me } = tab;
  const [isTaken, setTaken] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer: view, refusal, load } = useQuery('oversight.overseeCase', { caseId });
  const reasons = useDecryptedSeals('reserve', view, sealedReasons);
  useTrackDecrypted('words', reasons.size > 0);

  useEffect(() => heading.current?.focus(), [caseId]);

  return (
    <section className={styles.shown} aria-labelledby="overseen-case">
      <h2 id="overseen-case" ref={heading} tabIndex={-1} className={styles.title}>
        {translate('oversight.heading', { reference: formatCaseId(caseId) })}
      </h2>
      {refusal && (
        <RefusalNotice refusal={refusal} retry={{ words: translate('oversight.tryAgain'), run: () => void load() }} />
      )}
      {view === undefined && refusal === undefined && <Spinner size="tiny" label={translate('oversight.loading')} />}
      {isTaken && (
        <Notice tone="good" role="status">
          <p>{translate('oversight.takenOver')}</p>
        </Notice>
      )}
      {view && !isTaken && (
        <>
          <ol className={styles.entries}>
            {view.entries.map((entry) => (
              <li key={entry.sequence} value={entry.sequence}>
                <p className={styles.words}>{eventText(tab, entry, view.people)}</p>
                <p className={styles.beside}>{formatTimestamp(language, entry.at, me.timeZone)}</p>
                {entry.reason && <Reason reason={reasons.get(entry.reason.digest)} />}
              </li>
            ))}
          </ol>
          <Text>{translate('oversight.whatNow')}</Text>
          {view.toAgree && <AgreeClosingForm view={view} toAgree={view.toAgree} onAgreed={() => void load()} />}
          {view.toLower && <AgreeLoweringForm view={view} by={view.toLower.by} onAgreed={() => void load()} />}
          {view.takeover && (
            <TakeOverForm
              view={view}
              by={view.takeover.by}
              onAsked={() => void load()}
              onTaken={() => setTaken(true)}
            />
          )}
          <ReadmitForm view={view} onLetIn={() => void load()} />
        </>
      )}
    </section>
  );
}

function Reason({ reason }: { readonly reason: { readonly text?: string } | undefined }) {
  const styles = useStyles();
  const { translate } = useTab();
  if (reason === undefined) return <p className={styles.beside}>{translate('oversight.reasonLocked')}</p>;
  if (reason.text === undefined) return <p className={styles.beside}>{translate('oversight.reasonClosed')}</p>;
  return (
    <>
      <p className={styles.beside}>{translate('oversight.reason')}</p>
      <p className={styles.words} dir="auto" translate="no">
        {reason.text}
      </p>
    </>
  );
}

const reserveAccess = { handledBy: 'acu', holds: 'reserve' } as const;

function AgreeClosingForm({
  view,
  toAgree,
  onAgreed,
}: {
  readonly view: OverseenCaseView;
  readonly toAgree: NonNullable<OverseenCaseView['toAgree']>;
  readonly onAgreed: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call } = tab;
  const { by, outcome } = toAgree;
  const { form, field, clear, sealAndSend } = useReasonForm('oversight', reserveAccess, outcome);
  return (
    <div className={styles.form}>
      <h3 className={styles.plain}>{translate('oversight.agreeHeading')}</h3>
      <p className={styles.plain}>
        {translate('oversight.agreeIntro', {
          who: personName(tab, { objectId: by }, view.people),
          outcome: outcomeText(translate, outcome),
        })}
      </p>
      <ChangeForm
        {...form}
        sendLabel={translate('closing.agreeSend')}
        savedText={translate('closing.agreeSaved')}
        onSaved={() => {
          clear();
          onAgreed();
        }}
        send={async (request) =>
          toChangeOutcome(
            await sealAndSend((words) =>
              call('oversight.agreeClosing', { caseId: view.caseId, request, outcome, words }),
            ),
          )
        }
      >
        <ReserveReasonField {...field} />
      </ChangeForm>
    </div>
  );
}

function AgreeLoweringForm({
  view,
  by,
  onAgreed,
}: {
  readonly view: OverseenCaseView;
  readonly by: NonNullable<OverseenCaseView['toLower']>['by'];
  readonly onAgreed: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call } = tab;
  const { form, field, clear, sealAndSend } = useReasonForm('oversight', reserveAccess, by);
  return (
    <div className={styles.form}>
      <h3 className={styles.plain}>{translate('oversight.lowerHeading')}</h3>
      <p className={styles.plain}>
        {translate('oversight.lowerIntro', { who: personName(tab, { objectId: by }, view.people) })}
      </p>
      <ChangeForm
        {...form}
        sendLabel={translate('urgency.lowerSend')}
        savedText={translate('urgency.lowerSaved')}
        onSaved={() => {
          clear();
          onAgreed();
        }}
        send={async (request) =>
          toChangeOutcome(
            await sealAndSend((words) => call('oversight.agreeLowering', { caseId: view.caseId, request, words })),
          )
        }
      >
        <ReserveReasonField {...field} />
      </ChangeForm>
    </div>
  );
}

/** Asks for the takeover of a case that no one in the unit may see, or agrees as the second person. */
function TakeOverForm({
  view,
  by,
  onAsked,
  onTaken,
}: {
  readonly view: OverseenCaseView;
  readonly by: NonNullable<OverseenCaseView['takeover']>['by'];
  readonly onAsked: () => void;
  readonly onTaken: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call, me } = tab;
  const isOwn = by === me.objectId;
  const of = isOwn ? undefined : by;
  const { form, field, clear, sealAndSend } = useReasonForm('oversight', reserveAccess, of);
  return (
    <div className={styles.form}>
      <h3 className={styles.plain}>{translate('oversight.takeOverHeading')}</h3>
      <p className={styles.plain}>{translate('oversight.takeOverIntro')}</p>
      {isOwn && <p className={styles.plain}>{translate('oversight.takeOverWaits')}</p>}
      {of !== undefined && (
        <p className={styles.plain}>
          {translate('oversight.takeOverAsked', { who: personName(tab, { objectId: of }, view.people) })}
        </p>
      )}
      {!isOwn && (
        <ChangeForm
          {...form}
          sendLabel={translate(of === undefined ? 'oversight.takeOverAsk' : 'oversight.takeOverAgree')}
          savedText={translate(of === undefined ? 'oversight.takeOverAskSaved' : 'oversight.takenOver')}
          onSaved={() => {
            clear();
            if (of === undefined) onAsked();
            else onTaken();
          }}
          send={async (request) =>
            toChangeOutcome(
              await sealAndSend((words) =>
                call('oversight.takeOver', { caseId: view.caseId, request, ...(of && { of }), words }),
              ),
            )
          }
        >
          <ReserveReasonField {...field} />
        </ChangeForm>
      )}
    </div>
  );
}

function ReadmitForm({
  view,
  onLetIn: onReadmitted,
}: {
  readonly view: OverseenCaseView;
  readonly onLetIn: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, call } = tab;
  const id = useId();
  const [person, setPerson] = useState('');
  const { reason, form, field, clear, sealAndSend } = useReasonForm('oversight', reserveAccess, person);
  const [isDone, setDone] = useState(false);
  const options = view.shutOut.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
  if (options.length === 0 && reason === '') {
    return isDone ? (
      <Notice tone="good" role="status">
        <p>{translate('work.readmitSaved')}</p>
      </Notice>
    ) : null;
  }

  return (
    <div className={styles.form}>
      <h3 className={styles.plain}>{translate('work.readmitHeading')}</h3>
      <ChangeForm
        {...form}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: translate('work.excludeNeeded') }]),
          ...form.problems,
        ]}
        sendLabel={translate('work.readmitSend')}
        savedText={translate('work.readmitSaved')}
        onSaved={() => {
          setDone(true);
          setPerson('');
          clear();
          onReadmitted();
        }}
        send={async (request) =>
          toChangeOutcome(
            await sealAndSend((words) =>
              call('oversight.readmitPerson', { caseId: view.caseId, request, person, words }),
            ),
          )
        }
      >
        <SelectField
          id={`${id}person`}
          label={translate('work.readmitPerson')}
          value={isOption ? person : ''}
          onValue={setPerson}
          need="required"
          options={options}
        />
        <ReserveReasonField {...field} />
      </ChangeForm>
    </div>
  );
}
