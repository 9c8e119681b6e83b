import { Button, Checkbox } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { suggestGrading } from '../../core/model/grading.ts';
import { flags, nationalCategories, recordedTowardsOptions } from '../../core/model/classification.ts';
import { regimes } from '../../core/model/case-terms.ts';
import type { QuestionId } from '../../core/model/questions.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { RadioField, SelectField } from '../ui/form-fields.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import {
  gradingActionText,
  gradingAssessmentText,
  categoryText,
  flagText,
  gradingHandlingText,
  regimeText,
  gradingSanitisationText,
  gradingSourceText,
  towardsText,
} from '../ui/case-labels.ts';
import { NoteField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import {
  missingTriageFields,
  type TriageDraft,
  toTriageDraft,
  type TriageField,
  parseTriageDraft,
} from './triage-draft.ts';

const missingFieldWords: Readonly<Record<TriageField, WordKey>> = {
  category: 'work.categoryNeeded',
  source: 'work.sourceNeeded',
  assessment: 'work.assessmentNeeded',
  handling: 'work.handlingNeeded',
  action: 'work.actionNeeded',
  sanitisation: 'work.sanitisationNeeded',
  regime: 'work.regimeNeeded',
};

interface TriageFormDraft {
  readonly typed: TriageDraft | undefined;
  readonly towards: string | undefined;
  readonly note: string;
}

export function TriagePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { translate: say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const form = useCaseForm<TriageFormDraft>({ typed: undefined, towards: undefined, note: '' });
  const { id } = form;
  const { typed, towards, note } = form.draft;
  const storedDraft = toTriageDraft(view.record, context.decryptedCase?.report.report.answers.towards);
  // Even if the report is opened after another choice.
  const draft = { ...(typed ?? storedDraft), towards: towards ?? storedDraft.towards };
  const set = (change: Partial<TriageDraft>) => form.set({ typed: { ...draft, ...change } });
  const field = (name: TriageField) => ({
    id: `${id}${name}`,
    value: draft[name],
    onValue: (value: string) => set({ [name]: value }),
    need: 'required' as const,
  });
  const triage = parseTriageDraft(draft);
  const { grading, nationalCategory } = view.record;
  const codes = grading && `${grading.source} ${grading.assessment} ${grading.handling}`;

  return (
    <Panel
      heading={say('work.triageHeading')}
      {...(nationalCategory !== undefined && { summary: `${categoryText(say, nationalCategory)}, ${codes ?? ''}` })}
      isInitiallyOpen={isOpenFirst}
    >
      <CaseForm
        {...form.form}
        intent={JSON.stringify([draft, note])}
        problems={[
          ...missingTriageFields(draft).map((name) => ({ field: `${id}${name}`, text: say(missingFieldWords[name]) })),
          ...form.noteProblems('note'),
        ]}
        blocked={view.record.status === 'received' ? say('work.firstAcknowledge') : undefined}
        isPrimary={view.record.status === 'acknowledged'}
        sendLabel={say('work.triageSend')}
        savedText={say('work.triageSaved')}
        send={
          triage &&
          form.sendWithOptionalNote(note, ({ withRevision, note: why }) =>
            call('case.triage', { ...withRevision, ...triage, ...why }),
          )
        }
      >
        <p>{say('work.triageIntro')}</p>
        <SelectField
          {...field('category')}
          label={say('work.category')}
          options={nationalCategories.map((value) => ({ value, text: categoryText(say, value) }))}
        />
        <GradingProposal onUse={set} />
        <SelectField
          {...field('source')}
          label={say('work.source')}
          options={(['1', '2', '3'] as const).map((value) => ({ value, text: gradingSourceText(say, value) }))}
        />
        <SelectField
          {...field('assessment')}
          label={say('work.assessment')}
          options={(['A', 'B', 'C', 'D', 'E'] as const).map((value) => ({
            value,
            text: gradingAssessmentText(say, value),
          }))}
        />
        <RadioField
          {...field('handling')}
          label={say('work.handling')}
          options={(['P', 'C'] as const).map((value) => ({ value, text: gradingHandlingText(say, value) }))}
        />
        {draft.handling === 'C' && (
          <>
            <RadioField
              {...field('action')}
              label={say('work.action')}
              options={(['A1', 'A2', 'A3'] as const).map((value) => ({ value, text: gradingActionText(say, value) }))}
            />
            <RadioField
              {...field('sanitisation')}
              label={say('work.sanitisation')}
              options={(['S1', 'S2'] as const).map((value) => ({ value, text: gradingSanitisationText(say, value) }))}
            />
          </>
        )}
        <div role="group" aria-labelledby={`${id}flags`} aria-describedby={`${id}flagsHint`}>
          <p id={`${id}flags`}>{say('work.flags')}</p>
          <p id={`${id}flagsHint`}>{say('work.flagsHint')}</p>
          {flags.map((flag) => (
            <div key={flag}>
              <Checkbox
                label={flagText(say, flag)}
                checked={draft.flags.includes(flag)}
                onChange={(_, { checked }) =>
                  set({ flags: flags.filter((one) => (one === flag ? checked === true : draft.flags.includes(one))) })
                }
              />
            </div>
          ))}
        </div>
        <RadioField
          {...field('regime')}
          label={say('work.regime')}
          options={regimes.map((value) => ({ value, text: regimeText(say, value) }))}
        />
        <SelectField
          id={`${id}towards`}
          value={draft.towards}
          onValue={(value) => form.set({ towards: value })}
          need="optional"
          label={say('triage.towards')}
          hint={say('triage.towardsHint')}
          blank={say('triage.towardsNone')}
          options={recordedTowardsOptions.map((value) => ({ value, text: towardsText(say, value) }))}
        />
        <NoteField {...form.field('note')} />
      </CaseForm>
    </Panel>
  );
}

function GradingProposal({ onUse }: { readonly onUse: (grading: Pick<TriageDraft, 'source' | 'assessment'>) => void }) {
  const { translate: say } = useTab();
  const { decryptedCase } = useCaseContext();
  const known = decryptedCase?.report.report.answers.known;
  if (decryptedCase === undefined) return <p>{say('work.proposalOpen')}</p>;
  const proposed = suggestGrading(known);
  const values = {
    source: gradingSourceText(say, proposed.source),
    assessment: gradingAssessmentText(say, proposed.assessment),
  };
  return (
    <Notice tone="calm" role="note">
      {known === undefined ? (
        <p>{say('work.proposalNone', values)}</p>
      ) : (
        <LazyComponent
          module={lazyAnswerText}
          props={{ id: 'known', answer: known, show: (answer) => <p>{say('work.proposal', { ...values, answer })}</p> }}
          loadingLabel={say('case.loading')}
        />
      )}
      <Button size="small" onClick={() => onUse(proposed)}>
        {say('work.proposalUse')}
      </Button>
    </Notice>
  );
}

const lazyAnswerText = createLazyModule(async () => {
  const { answerText } = await loadModule('../cards/question-texts.ts', () => import('../../cards/question-texts.ts'));
  return function AnswerShown({
    id,
    answer,
    show,
  }: {
    readonly id: QuestionId;
    readonly answer: string;
    readonly show: (text: string) => ReactNode;
  }): ReactNode {
    const { language } = useTab();
    return show(answerText(language, id, answer));
  };
});
