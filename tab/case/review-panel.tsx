import { useId, useState } from 'react';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { showDay } from '../../words/days.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField, LineField } from '../parts/fields.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withNote } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** When it is looked at whether a case is still needed, and whether it may be erased at all. */
export function ReviewPanel() {
  const { say, call, language, me } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const { reviewOn, hold } = view.record;
  const id = useId();
  const [typed, setTyped] = useState<{ readonly day: string; readonly hold: boolean }>();
  const [note, setNote] = useState('');
  const draft = typed ?? { day: reviewOn ?? '', hold };
  const day = parseDay(draft.day);
  const summary = [reviewOn && showDay(language, reviewOn), hold && say('case.onHold')].filter(Boolean).join(', ');

  return (
    <Panel heading={say('retention.reviewHeading')} summary={summary}>
      <CaseForm
        intent={JSON.stringify([draft, note])}
        problems={[
          ...(day === undefined || day <= me.today ? [{ field: `${id}day`, text: say('retention.reviewNeeded') }] : []),
          ...(day !== undefined && me.lastReviewOn !== undefined && day > me.lastReviewOn
            ? [
                {
                  field: `${id}day`,
                  text: say('retention.reviewTooFar', { day: showDay(language, me.lastReviewOn) }),
                },
              ]
            : []),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        isDirty={typed !== undefined || note !== ''}
        sendLabel={say('retention.reviewSend')}
        savedText={say('retention.reviewSaved')}
        onSaved={() => {
          setTyped(undefined);
          setNote('');
        }}
        send={(request) => {
          if (day === undefined) throw new Error('sent before it was complete');
          return withNote(context, note, (words) =>
            call('case.setReview', { ...changing(view, request), reviewOn: day, hold: draft.hold, ...words }),
          );
        }}
      >
        <p>{say('retention.reviewIntro')}</p>
        <LineField
          id={`${id}day`}
          type="date"
          label={say('retention.reviewOn')}
          value={draft.day}
          onValue={(value) => setTyped({ ...draft, day: value })}
          need="required"
        />
        <CheckField
          id={`${id}hold`}
          label={say('retention.hold')}
          isChecked={draft.hold}
          onChecked={(isChecked) => setTyped({ ...draft, hold: isChecked })}
        />
        <NoteField id={`${id}note`} value={note} onValue={setNote} />
      </CaseForm>
    </Panel>
  );
}
