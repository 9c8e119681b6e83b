import { parseDay } from '../../core/model/calendar.ts';
import { type RecordingDuty, recordingDuties } from '../../core/model/case-terms.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { InputField, RadioField, TextAreaField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { noteProblems } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const dutyWords = {
  crime: { name: 'recording.crime', hint: 'recording.crimeHint' },
  conduct: { name: 'recording.conduct', hint: 'recording.conductHint' },
} as const satisfies Record<RecordingDuty, Readonly<Record<'name' | 'hint', WordKey>>>;

/** Whether a crime, and a conduct matter or complaint, was recorded in the force's own systems. */
export default function RecordingPanel() {
  const tab = useTab();
  const { translate, language } = tab;
  const { view } = useCaseContext();
  const dutyText = (duty: RecordingDuty): string => {
    const said = view.record[duty];
    const what = translate(dutyWords[duty].name);
    if (said === undefined) return translate('recording.notSaid', { what });
    return translate(said.isRecorded ? 'recording.recorded' : 'recording.notRecorded', {
      what,
      who: personName(tab, { objectId: said.by }, view.people),
      day: formatDay(language, said.on),
    });
  };
  return (
    <Panel heading={translate('recording.heading')}>
      <p>{translate('recording.sealed')}</p>
      {recordingDuties.map((duty) => (
        <RecordingForm key={duty} duty={duty} stands={dutyText(duty)} />
      ))}
    </Panel>
  );
}

interface Draft {
  readonly isRecorded: boolean | undefined;
  readonly number: string;
  readonly day: string;
  readonly why: string;
}

function RecordingForm({ duty, stands }: { readonly duty: RecordingDuty; readonly stands: string }) {
  const { translate: say, call, language, me } = useTab();
  const { draft, set, id, field, form, worded } = useCaseForm<Draft>(
    { isRecorded: undefined, number: '', day: '', why: '' },
    duty,
  );
  const { isRecorded, number, why } = draft;
  const day = parseDay(draft.day);
  const isDay = day !== undefined && day <= me.today;
  const what = say(dutyWords[duty].name);
  const text =
    isRecorded === true
      ? `${say('recording.number')}: ${number.trim()}\n${say('recording.day')}: ${day ? formatDay(language, day) : ''}`
      : why;
  const problems = () => {
    if (isRecorded === undefined) return [{ field: `${id}isRecorded`, text: say('recording.needed') }];
    if (!isRecorded) return noteProblems(say, `${id}why`, why, say('recording.whyNeeded'));
    return [
      ...noteProblems(say, `${id}number`, number, say('recording.numberNeeded')),
      ...(isDay ? [] : [{ field: `${id}day`, text: say('recording.dayNeeded') }]),
    ];
  };
  return (
    <CaseForm
      {...form}
      problems={problems()}
      sendLabel={say('recording.send', { what })}
      savedText={say('recording.saved')}
      send={
        isRecorded !== undefined &&
        worded('handlers', text, ({ withoutRevision, words }) =>
          call('case.recordDuty', { ...withoutRevision, duty, isRecorded, words }),
        )
      }
    >
      <h4>{stands}</h4>
      <RadioField
        id={`${id}isRecorded`}
        label={`${what}: ${say('recording.is')}`}
        hint={say(dutyWords[duty].hint)}
        value={isRecorded === undefined ? '' : isRecorded ? 'yes' : 'no'}
        onValue={(value) => set({ isRecorded: value === 'yes' })}
        need="required"
        options={[
          { value: 'yes', text: say('recording.yes') },
          { value: 'no', text: say('recording.no') },
        ]}
      />
      {isRecorded === true && (
        <>
          <InputField {...field('number')} label={say('recording.number')} need="required" />
          <InputField {...field('day')} type="date" label={say('recording.day')} need="required" />
        </>
      )}
      {isRecorded === false && (
        <TextAreaField {...field('why')} label={say('recording.why')} need="required" rows={2} />
      )}
    </CaseForm>
  );
}
