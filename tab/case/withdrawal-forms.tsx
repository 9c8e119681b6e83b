import { makeStyles, tokens } from '@fluentui/react-components';
import type { CaseView } from '../../contract/operation-answers.ts';
import type { ChangeResult } from '../ui/change-outcome.ts';
import { SelectField } from '../ui/form-fields.tsx';
import { NoteField, ReasonField } from '../ui/note-fields.tsx';
import type { SealedNote } from '../ui/seal-and-send-note.ts';
import { useTab } from '../ui/tab-context.ts';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { CaseForm, type RequestFields, useCaseForm } from './case-form.tsx';
import { TextToAgree } from './text-to-agree.tsx';

const useStyles = makeStyles({
  decision: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
});

type ChangeFields = RequestFields['withRevision'];

/** Asks, with a reason, that one of several be taken back. */
export function WithdrawalRequestForm<Value extends string>(props: {
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly label: string;
  readonly neededText: string;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly send: (requestFields: ChangeFields, value: Value, words: SealedNote<'handlers'>) => Promise<ChangeResult>;
  readonly onSaved: () => void;
}) {
  const { translate } = useTab();
  const { draft, set, id, field, noteProblems, form, worded } = useCaseForm<{
    value: Value | undefined;
    reason: string;
  }>({ value: undefined, reason: '' });
  const { value, reason } = draft;
  return (
    <CaseForm
      {...form}
      problems={[
        ...(value === undefined ? [{ field: `${id}value`, text: props.neededText }] : []),
        ...noteProblems('reason', translate('work.reasonNeeded')),
      ]}
      sendLabel={props.sendLabel}
      savedText={props.savedText}
      onSaved={props.onSaved}
      send={
        value !== undefined &&
        worded('handlers', reason, ({ withRevision, words }) => props.send(withRevision, value, words))
      }
    >
      <SelectField
        id={`${id}value`}
        label={props.label}
        value={value ?? ''}
        onValue={(chosen) => set({ value: props.options.find((one) => one.value === chosen)?.value })}
        need="required"
        options={props.options}
      />
      <ReasonField {...field('reason')} rows={2} />
    </CaseForm>
  );
}

/** A second person, who has read the reason, agrees or refuses; the requester can cancel. */
export function WithdrawalDecision(props: {
  readonly opened: DecryptedCase;
  readonly withdrawal: NonNullable<CaseView['record']['cardWithdrawal']>;
  readonly texts: {
    readonly own: string;
    readonly unread: string;
    readonly agree: string;
    readonly agreed: string;
    readonly refuse: string;
    readonly refused: string;
  };
  readonly agree: (requestFields: ChangeFields) => Promise<ChangeResult>;
  readonly onAgreed: () => void;
  readonly onRefused: () => void;
}) {
  const styles = useStyles();
  const { call, me } = useTab();
  const { textsByDigest } = useCaseContext();
  const { opened, texts } = props;
  const { of, sequence, by } = props.withdrawal;
  const agreeing = useCaseForm({}, of);
  const refusing = useCaseForm({ note: '' }, of);
  // An entry after the opening has no words here; the server then requires a new opening.
  const digest = opened.entries.find((entry) => entry.sequence === sequence)?.note?.digest;
  const isRead = digest !== undefined && textsByDigest.has(digest);
  const isOwn = by === me.objectId;
  return (
    <div className={styles.decision}>
      {(isRead || !isOwn) && <TextToAgree isAsking={(entry) => entry.sequence === sequence} />}
      <CaseForm
        {...agreeing.form}
        problems={[]}
        blocked={isOwn ? texts.own : isRead ? undefined : texts.unread}
        sendLabel={texts.agree}
        savedText={texts.agreed}
        onSaved={props.onAgreed}
        send={agreeing.plain(({ withRevision }) => props.agree(withRevision))}
      />
      <CaseForm
        {...refusing.form}
        problems={refusing.noteProblems('note')}
        sendLabel={texts.refuse}
        savedText={texts.refused}
        onSaved={props.onRefused}
        send={refusing.sendWithOptionalNote(refusing.draft.note, ({ withRevision, note }) =>
          call('case.refuseCardWithdrawal', { ...withRevision, of, ...note }),
        )}
      >
        <NoteField {...refusing.field('note')} rows={2} />
      </CaseForm>
    </div>
  );
}
