import { useId, useState } from 'react';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ChoiceField, WordsField } from '../parts/fields.tsx';
import { Panel } from '../parts/panel.tsx';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

const readers = ['handlers', 'assignee', 'self'] as const;

/** Writes a note for all who handle the case, for whoever it is with, or for oneself. */
export function NotePanel() {
  const tab = useTab();
  const { say, call, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const { assignee } = view.record;
  const id = useId();
  const [reader, setReader] = useState<(typeof readers)[number]>('handlers');
  const [text, setText] = useState('');
  const other = assignee !== undefined && assignee !== me.objectId ? assignee : undefined;
  const options = [
    { value: 'handlers', text: say('work.notesForHandlers') },
    ...(other === undefined
      ? []
      : [
          {
            value: 'assignee',
            text: say('work.notesForAssignee', { name: personName(tab, { objectId: other }, view.people) }),
          },
        ]),
    { value: 'self', text: say('work.notesForSelf') },
  ];
  // Never wider than what was chosen: whoever the case was with is gone, and nobody takes their place unseen.
  const isOffered = options.some(({ value }) => value === reader);

  return (
    <Panel heading={say('work.notesHeading')}>
      <CaseForm
        intent={JSON.stringify([reader, assignee, text])}
        problems={[
          ...(isOffered ? [] : [{ field: `${id}for`, text: say('work.notesForNeeded') }]),
          ...wordsProblem(say, `${id}text`, text, say('work.notesNeeded')),
        ]}
        isDirty={text !== ''}
        sendLabel={say('work.notesSend')}
        savedText={say('work.notesSaved')}
        onSaved={() => setText('')}
        send={(request) =>
          withWords(context, reader, text, (words) => call('case.note', { ...adding(view, request), words }))
        }
      >
        <ChoiceField
          id={`${id}for`}
          label={say('work.notesFor')}
          hint={say('work.notesForHint')}
          value={isOffered ? reader : ''}
          onValue={(value) => setReader(readers.find((one) => one === value) ?? 'self')}
          options={options}
        />
        <WordsField id={`${id}text`} label={say('work.notesText')} value={text} onValue={setText} need="required" />
      </CaseForm>
    </Panel>
  );
}
