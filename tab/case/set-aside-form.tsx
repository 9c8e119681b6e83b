import type { Doubt } from '../../concerns/casework/opened-report.ts';
import { ReasonField } from '../parts/note-field.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { useDoubtText } from './doubt-text.ts';

export function SetAsideForm({ doubt }: { readonly doubt: Doubt }) {
  const { say, call, me } = useTab();
  const { openReport } = useCaseContext();
  const doubtText = useDoubtText();
  const { draft, field, wordsProblem, form, worded } = useCaseForm({ reason: '' }, doubt.of);
  const { reason } = draft;
  const isOwn = typeof doubt.by === 'object' && doubt.by.objectId === me.objectId;
  if (isOwn) return <p>{`${doubtText(doubt)} ${say('talk.asideByAnother')}`}</p>;
  return (
    <CaseForm
      {...form}
      problems={wordsProblem('reason', say('work.reasonNeeded'))}
      sendLabel={say('talk.aside')}
      savedText={say('talk.asideSaved')}
      onSaved={() => {
        form.onSaved();
        void openReport();
      }}
      send={worded('handlers', reason, ({ adding, words }) =>
        call('case.setAsideMessage', { ...adding, of: doubt.of, words }),
      )}
    >
      <p>{`${doubtText(doubt)} ${say('talk.asideIntro')}`}</p>
      <ReasonField {...field('reason')} />
    </CaseForm>
  );
}
