import { parseDay } from '../../core/model/calendar.ts';
import { formatDay } from '../../words/date-format.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { CheckboxField, InputField } from '../ui/form-fields.tsx';
import { NoteField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

interface ReviewDraft {
  readonly day: string;
  readonly hold: boolean;
}

export function RetentionReviewPanel() {
  const { translate, call, language, me } = useTab();
  const { view } = useCaseContext();
  const { reviewOn, hold } = view.record;
  // Shows the stored values until someone types, even if a colleague changes them.
  const { draft, set, id, field, noteProblems, form, sendWithOptionalNote } = useCaseForm<{
    typed: ReviewDraft | undefined;
    note: string;
  }>({
    typed: undefined,
    note: '',
  });
  const { typed, note } = draft;
  const shown = typed ?? { day: reviewOn ?? '', hold };
  const day = parseDay(shown.day);
  const summary = [reviewOn && formatDay(language, reviewOn), hold && translate('case.onHold')]
    .filter(Boolean)
    .join(', ');

  return (
    <Panel heading={translate('retention.reviewHeading')} summary={summary}>
      <CaseForm
        {...form}
        intent={JSON.stringify([shown, note])}
        problems={[
          ...(day === undefined || day <= me.today
            ? [{ field: `${id}day`, text: translate('retention.reviewNeeded') }]
            : []),
          ...(day !== undefined && me.lastReviewOn !== undefined && day > me.lastReviewOn
            ? [
                {
                  field: `${id}day`,
                  text: translate('retention.reviewTooFar', { day: formatDay(language, me.lastReviewOn) }),
                },
              ]
            : []),
          ...noteProblems('note'),
        ]}
        sendLabel={translate('retention.reviewSend')}
        savedText={translate('retention.reviewSaved')}
        send={
          day &&
          sendWithOptionalNote(note, ({ withRevision, note: why }) =>
            call('case.setReview', { ...withRevision, reviewOn: day, hold: shown.hold, ...why }),
          )
        }
      >
        <p>{translate('retention.reviewIntro')}</p>
        <InputField
          id={`${id}day`}
          type="date"
          label={translate('retention.reviewOn')}
          value={shown.day}
          onValue={(value) => set({ typed: { ...shown, day: value } })}
          need="required"
        />
        <CheckboxField
          id={`${id}hold`}
          label={translate('retention.hold')}
          isChecked={shown.hold}
          onChecked={(isChecked) => set({ typed: { ...shown, hold: isChecked } })}
        />
        <NoteField {...field('note')} />
      </CaseForm>
    </Panel>
  );
}
