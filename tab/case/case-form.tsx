import { useId, useState } from 'react';
import type { NoteReader } from '../../core/model/event-record.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { type ChangeFormProps, ChangeForm } from '../ui/change-form.tsx';
import type { FieldProblem } from '../ui/form-fields.tsx';
import type { CaseChangeControls, CaseChangeOutcome, ChangeRefusal, ChangeResult } from '../ui/change-outcome.ts';
import { useTab } from '../ui/tab-context.ts';
import { sealAndSendNote, type SealedNote, noteProblems } from '../ui/seal-and-send-note.ts';
import { toCaseChangeOutcome } from './case-change-outcome.ts';
import { useCaseContext } from './case-context.ts';
import { changedFieldSentences } from './changed-fields.ts';

/** Whether the page would show by now why it was refused. */
const isOutOfDate = (refusal: ChangeRefusal): boolean =>
  refusal.code === 'notAllowed' || (refusal.code === 'fileNotUsable' && refusal.why === 'inCase');

/** Applies a form's outcome to the page; words typed elsewhere stay. */
export function useCaseChange(): CaseChangeControls {
  const tab = useTab();
  const { view, show, leave, reload } = useCaseContext();
  const { revision } = view.record;
  const [resultRevision, setResultRevision] = useState<number>();
  return {
    toOutcome: (sent) => toCaseChangeOutcome(sent, view, (before, now) => changedFieldSentences(tab, before, now)),
    isStale: resultRevision !== undefined && resultRevision !== revision,
    onSent(outcome) {
      setResultRevision(outcome.kind === 'saved' ? outcome.case.record.revision : undefined);
      if (outcome.kind === 'saved' || outcome.kind === 'moved') show(outcome.case);
      if (outcome.kind === 'out') leave('out');
      if (outcome.kind === 'refused' && outcome.refusal.code === 'refused') leave('refused');
      if (outcome.kind !== 'refused' || !isOutOfDate(outcome.refusal)) return;
      void reload().then((now) => setResultRevision(now?.record.revision));
    },
  };
}

type Send = (request: string) => Promise<ChangeResult>;

export interface RequestFields {
  readonly withoutRevision: { readonly caseId: CaseId; readonly request: string };
  /** With the page's revision, for an act that takes something back. */
  readonly withRevision: { readonly caseId: CaseId; readonly revision: number; readonly request: string };
}

type KeysOfType<Draft, Kind> = { [Name in keyof Draft]: Draft[Name] extends Kind ? Name : never }[keyof Draft] & string;

/**
 * `empty` is the draft before typing and after sending; `about` tells apart a form's subjects. Sends nothing if words
 * cannot be sealed.
 */
export function useCaseForm<Draft extends object>(empty: Draft, about?: unknown) {
  const context = useCaseContext();
  const { caseId, revision } = context.view.record;
  const { translate } = useTab();
  const id = useId();
  const [draft, setDraft] = useState(empty);
  const requestFields = (request: string): RequestFields => ({
    withoutRevision: { caseId, request },
    withRevision: { caseId, revision, request },
  });
  const sendWithNote =
    <Reader extends NoteReader>(
      reader: Reader,
      text: string,
      send: (requestFields: RequestFields & { readonly words: SealedNote<Reader> }) => Promise<ChangeResult>,
    ): Send =>
    (request) =>
      sealAndSendNote(context, reader, text, (words) => send({ ...requestFields(request), words }));
  const sendPlain =
    (send: (requestFields: RequestFields) => Promise<ChangeResult>): Send =>
    (request) =>
      send(requestFields(request));
  return {
    draft,
    set: (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change })),
    id,
    field: <Name extends KeysOfType<Draft, string>>(name: Name) => ({
      id: `${id}${name}`,
      value: draft[name],
      onValue: (value: string): void => setDraft((now) => ({ ...now, [name]: value })),
    }),
    checkbox: <Name extends KeysOfType<Draft, boolean>>(name: Name) => ({
      id: `${id}${name}`,
      isChecked: draft[name],
      onChecked: (isChecked: boolean): void => setDraft((now) => ({ ...now, [name]: isChecked })),
    }),
    noteProblems: (name: KeysOfType<Draft, string>, needed?: string, maxLength?: number): readonly FieldProblem[] =>
      noteProblems(translate, `${id}${name}`, String(draft[name]), needed, maxLength),
    form: {
      intent: JSON.stringify([about, draft]),
      isDirty: JSON.stringify(draft) !== JSON.stringify(empty),
      onSaved: (): void => setDraft(empty),
    },
    names: requestFields,
    plain: sendPlain,
    worded: sendWithNote,
    sendWithOptionalNote: (
      text: string,
      send: (
        requestFields: RequestFields & { readonly note: { readonly words?: SealedNote<'handlers'> } },
      ) => Promise<ChangeResult>,
    ): Send =>
      isBlank(text)
        ? sendPlain((its) => send({ ...its, note: {} }))
        : sendWithNote('handlers', text, ({ words, ...its }) => send({ ...its, note: { words } })),
  };
}

type CaseFormProps = Omit<ChangeFormProps<CaseChangeOutcome>, 'send' | 'onSent' | 'isStale'> & {
  /** Falsy while the form is incomplete. */
  readonly send: Send | false | '' | undefined;
};

export function CaseForm({ send, ...change }: CaseFormProps) {
  const { toOutcome, ...rest } = useCaseChange();
  return (
    <ChangeForm
      {...change}
      {...rest}
      send={async (request) => {
        if (!send) throw new Error('sent before it was complete');
        return toOutcome(await send(request));
      }}
    />
  );
}
