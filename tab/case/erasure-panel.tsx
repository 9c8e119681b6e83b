import { useId, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField } from '../parts/fields.tsx';
import { NoteField, ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, plainly, withNote, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Erasure by two people: one asks with a reason, another carries it out or refuses. */
export function ErasurePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { say, me } = useTab();
  const { view } = useCaseContext();
  const { erasure, hold } = view.record;
  const isOwn = erasure?.askedBy === me.objectId;
  return (
    <Panel heading={say('retention.erasureHeading')} isOpenFirst={isOpenFirst}>
      <p>{say('retention.erasureIntro')}</p>
      <p>{say('retention.erasureBackups')}</p>
      <AskForm blocked={hold ? say('retention.erasureHeld') : undefined} isAsked={erasure !== undefined} />
      {erasure !== undefined && (
        <>
          <EraseForm blocked={hold ? say('retention.erasureHeld') : isOwn ? say('retention.erasureOwn') : undefined} />
          <RefuseForm />
        </>
      )}
    </Panel>
  );
}

function AskForm({ blocked, isAsked }: { readonly blocked: string | undefined; readonly isAsked: boolean }) {
  const { say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const id = useId();
  const [reason, setReason] = useState('');
  // What was typed stays where a colleague asked first.
  if (isAsked && reason === '') return null;
  return (
    <CaseForm
      intent={reason}
      problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
      blocked={blocked}
      isDirty={reason !== ''}
      sendLabel={say('retention.erasureAsk')}
      savedText={say('retention.erasureAsked')}
      onSaved={() => setReason('')}
      send={(request) =>
        withWords(context, 'handlers', reason, (words) =>
          call('case.askErasure', { ...changing(view, request), words }),
        )
      }
    >
      <ReasonField id={`${id}reason`} value={reason} onValue={setReason} />
    </CaseForm>
  );
}

function EraseForm({ blocked }: { readonly blocked: string | undefined }) {
  const { say, call } = useTab();
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
