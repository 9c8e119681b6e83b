import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { isRetentionOver } from '../../concerns/records/review-date.ts';
import { type ErasureReason, erasureReasons } from '../../concerns/terms/outcomes.ts';
import type { Gate } from '../../contract/answers.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField, SelectField } from '../parts/fields.tsx';
import { GateList } from '../parts/gate-list.tsx';
import { gateText } from '../parts/named.ts';
import { erasureReasonText } from '../parts/named-in-case.ts';
import { NoteField, ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, plainly, withNote, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

const useStyles = makeStyles({
  reason: {
    margin: 0,
    overflowWrap: 'anywhere',
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
});

/** Erasure by two people: one asks with a reason, another carries it out or refuses. */
export function ErasurePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { say, me } = useTab();
  const { view, words } = useCaseContext();
  const { erasure } = view.record;
  const { erasureGates } = view;
  const gateList = (gates: readonly Gate[]): ReactNode =>
    gates.length > 0 ? <GateList first={say('retention.erasureFirst')} gates={gates} /> : undefined;
  const gated = gateList(erasureGates);
  // That somebody opened it once is not enough here: the reason stands before them while they decide.
  const asked = view.events.findLast(({ kind }) => kind === 'erasureAsked')?.note;
  const reason = asked && words.get(asked.digest);
  const isRead = asked === undefined || reason !== undefined;
  const isOwn = erasure?.askedBy === me.objectId;
  return (
    <Panel heading={say('retention.erasureHeading')} isOpenFirst={isOpenFirst}>
      <p>{say('retention.erasureIntro')}</p>
      <p>{say('retention.erasureBackups')}</p>
      <AskForm blocked={gated} isAsked={erasure !== undefined} />
      {erasure !== undefined && (
        <>
          <EraseForm
            blocked={isOwn ? say('retention.erasureOwn') : (gated ?? (isRead ? undefined : gateList(['reasonUnread'])))}
            reason={reason}
            code={erasure.reason}
          />
          <RefuseForm />
        </>
      )}
    </Panel>
  );
}

function AskForm({ blocked, isAsked }: { readonly blocked: ReactNode; readonly isAsked: boolean }) {
  const { say, call, me } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const id = useId();
  const [code, setCode] = useState<ErasureReason>();
  const [reason, setReason] = useState('');
  // What was typed stays where a colleague asked first.
  if (isAsked && reason === '') return null;
  return (
    <CaseForm
      intent={JSON.stringify([code, reason])}
      problems={[
        ...(code === undefined ? [{ field: `${id}code`, text: say('retention.reasonCodeNeeded') }] : []),
        ...(code === 'retentionOver' && !isRetentionOver(view.record, me.today)
          ? [{ field: `${id}code`, text: gateText(say, 'retentionRuns') }]
          : []),
        ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
      ]}
      blocked={blocked}
      isDirty={code !== undefined || reason !== ''}
      sendLabel={say('retention.erasureAsk')}
      savedText={say('retention.erasureAsked')}
      onSaved={() => {
        setCode(undefined);
        setReason('');
      }}
      send={(request) => {
        if (code === undefined) throw new Error('sent before it was complete');
        return withWords(context, 'handlers', reason, (words) =>
          call('case.askErasure', { ...changing(view, request), reason: code, words }),
        );
      }}
    >
      <SelectField
        id={`${id}code`}
        label={say('retention.reasonCode')}
        hint={say('retention.reasonCodeHint')}
        value={code ?? ''}
        onValue={(value) => setCode(erasureReasons.find((one) => one === value))}
        need="required"
        options={erasureReasons.map((value) => ({ value, text: erasureReasonText(say, value) }))}
      />
      <ReasonField id={`${id}reason`} value={reason} onValue={setReason} />
    </CaseForm>
  );
}

function EraseForm({
  blocked,
  reason,
  code,
}: {
  readonly blocked: ReactNode;
  readonly reason: string | undefined;
  readonly code: ErasureReason | undefined;
}) {
  const { say, call } = useTab();
  const styles = useStyles();
  const { view } = useCaseContext();
  const id = useId();
  const [isConfirmed, setConfirmed] = useState(false);
  return (
    <CaseForm
      intent="erase"
      problems={isConfirmed ? [] : [{ field: `${id}confirm`, text: say('retention.erasureConfirmNeeded') }]}
      blocked={blocked}
      sendLabel={say('retention.erasureSend')}
      savedText={say('retention.erased')}
      send={(request) => plainly(call('case.erase', changing(view, request)))}
    >
      {(code !== undefined || reason !== undefined) && (
        <dl className={styles.reason}>
          {code !== undefined && (
            <>
              <dt>{say('retention.codeShown')}</dt>
              <dd>{erasureReasonText(say, code)}</dd>
            </>
          )}
          {reason !== undefined && (
            <>
              <dt>{say('retention.reasonShown')}</dt>
              <dd>{reason}</dd>
            </>
          )}
        </dl>
      )}
      <CheckField
        id={`${id}confirm`}
        label={say('retention.erasureConfirm')}
        isChecked={isConfirmed}
        onChecked={setConfirmed}
      />
    </CaseForm>
  );
}

function RefuseForm() {
  const { say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const id = useId();
  const [note, setNote] = useState('');
  return (
    <CaseForm
      intent={note}
      problems={wordsProblem(say, `${id}note`, note)}
      isDirty={note !== ''}
      sendLabel={say('retention.erasureRefuse')}
      savedText={say('retention.erasureRefused')}
      onSaved={() => setNote('')}
      send={(request) =>
        withNote(context, note, (words) => call('case.refuseErasure', { ...changing(view, request), ...words }))
      }
    >
      <NoteField id={`${id}note`} value={note} onValue={setNote} rows={2} />
    </CaseForm>
  );
}
