import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { parseDay } from '../../core/model/calendar.ts';
import { type Danger, dangers } from '../../core/model/case-terms.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { dangerText } from '../ui/case-labels.ts';
import { CheckboxField, InputField, RadioField, TextAreaField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { noteProblems } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  when: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
});

const toldPeople = ['safeguarding', 'partner', 'hub', 'other'] as const;
const toldWords = {
  safeguarding: 'safety.toldSafeguarding',
  partner: 'safety.toldPartner',
  hub: 'safety.toldHub',
  other: 'safety.toldOther',
} as const satisfies Record<(typeof toldPeople)[number], WordKey>;

const emptyDraft = {
  who: '',
  done: '',
  safeguarding: false,
  safeguardingDay: '',
  safeguardingTime: '',
  partner: false,
  partnerDay: '',
  partnerTime: '',
  hub: false,
  hubDay: '',
  hubTime: '',
  other: false,
  otherDay: '',
  otherTime: '',
};
type Draft = typeof emptyDraft & { readonly danger: Danger | undefined };

/** Open once the report is, until someone has recorded what is known about danger. */
export default function SafetyPanel() {
  const tab = useTab();
  const { translate, language, me } = tab;
  const { view } = useCaseContext();
  const { safety, status } = view.record;
  const summary =
    safety === undefined
      ? translate('safety.missing')
      : translate('safety.recorded', {
          danger: dangerText(translate, safety.danger),
          who: personName(tab, { objectId: safety.by }, view.people),
          day: formatDay(language, safety.on),
        });
  return (
    <Panel
      level={2}
      heading={translate('safety.heading')}
      summary={summary}
      isInitiallyOpen={safety === undefined && status !== 'closed'}
    >
      <p>{translate(safety === undefined ? 'safety.intro' : 'safety.again')}</p>
      <SafetyForm today={me.today} />
    </Panel>
  );
}

function SafetyForm({ today }: { readonly today: string }) {
  const styles = useStyles();
  const { translate: say, call, language } = useTab();
  const { draft, set, id, field, checkbox, form, worded } = useCaseForm<Draft>({ ...emptyDraft, danger: undefined });
  // Otherwise a time that someone began to type would be left out of what is recorded.
  const [halfTyped, setHalfTyped] = useState<ReadonlySet<keyof Draft>>(new Set());
  const noteHalfTyped = (name: keyof Draft, isHalfTyped: boolean) =>
    setHalfTyped((before) => {
      if (before.has(name) === isHalfTyped) return before;
      return new Set(isHalfTyped ? [...before, name] : [...before].filter((other) => other !== name));
    });
  const { danger, who, done } = draft;
  const told = toldPeople.filter((name) => draft[name]);
  const needsWho = danger === 'now' || danger === 'later';
  const toldDay = (name: (typeof toldPeople)[number]) => parseDay(draft[`${name}Day`]);
  const toldLine = told
    .map((name) => {
      const day = toldDay(name);
      return [say(toldWords[name]), day && formatDay(language, day), draft[`${name}Time`]].filter(Boolean).join(', ');
    })
    .join('; ');
  const text = [
    danger && dangerText(say, danger),
    who.trim() && `${say('safety.who')}: ${who.trim()}`,
    `${say('safety.done')}: ${done.trim()}`,
    told.length === 0 ? say('safety.toldNobody') : `${say('safety.told')}: ${toldLine}`,
  ]
    .filter(Boolean)
    .join('\n');

  return (
    <CaseForm
      {...form}
      isPrimary
      problems={[
        ...(danger === undefined ? [{ field: `${id}danger`, text: say('safety.dangerNeeded') }] : []),
        ...noteProblems(say, `${id}who`, who, needsWho ? say('safety.whoNeeded') : undefined),
        ...(noteProblems(say, `${id}done`, done, say('safety.doneNeeded')).length > 0
          ? noteProblems(say, `${id}done`, done, say('safety.doneNeeded'))
          : noteProblems(say, `${id}done`, text)),
        ...told.flatMap((name) => {
          const day = toldDay(name);
          const dayText = halfTyped.has(`${name}Day`)
            ? say('safety.dayHalf')
            : day === undefined || day > today
              ? say('safety.toldDayNeeded')
              : undefined;
          return [
            ...(dayText === undefined ? [] : [{ field: `${id}${name}Day`, text: dayText }]),
            ...(halfTyped.has(`${name}Time`) ? [{ field: `${id}${name}Time`, text: say('safety.timeHalf') }] : []),
          ];
        }),
      ]}
      sendLabel={say('safety.send')}
      savedText={say('safety.saved')}
      send={
        danger &&
        worded('handlers', text, ({ withoutRevision, words }) =>
          call('case.recordSafety', { ...withoutRevision, danger, words }),
        )
      }
    >
      <RadioField
        id={`${id}danger`}
        label={say('safety.danger')}
        value={danger ?? ''}
        onValue={(value) => set({ danger: dangers.find((one) => one === value) })}
        need="required"
        options={dangers.map((value) => ({ value, text: dangerText(say, value) }))}
      />
      <TextAreaField {...field('who')} label={say('safety.who')} need={needsWho ? 'required' : 'optional'} rows={2} />
      <TextAreaField
        {...field('done')}
        label={say('safety.done')}
        hint={say('safety.doneHint')}
        need="required"
        rows={2}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{say('safety.told')}</legend>
        {toldPeople.map((name) => (
          <div key={name}>
            <CheckboxField
              {...checkbox(name)}
              onChecked={(isChecked) => {
                set({ [name]: isChecked });
                // Its fields go, and what was half typed in them.
                for (const part of [`${name}Day`, `${name}Time`] as const) noteHalfTyped(part, false);
              }}
              label={say(toldWords[name])}
            />
            {draft[name] && (
              <div className={styles.when}>
                <InputField
                  {...field(`${name}Day`)}
                  type="date"
                  label={say('safety.toldDay', { who: say(toldWords[name]) })}
                  need="required"
                  onHalfTyped={(isHalfTyped) => noteHalfTyped(`${name}Day`, isHalfTyped)}
                />
                <InputField
                  {...field(`${name}Time`)}
                  type="time"
                  label={say('safety.toldTime', { who: say(toldWords[name]) })}
                  need="optional"
                  onHalfTyped={(isHalfTyped) => noteHalfTyped(`${name}Time`, isHalfTyped)}
                />
              </div>
            )}
          </div>
        ))}
      </fieldset>
    </CaseForm>
  );
}
