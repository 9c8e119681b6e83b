import { useId, useState } from 'react';
import type { NoteReader } from '../../core/model/event-record.ts';
import { isBlank } from '../../core/model/visible-text.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { type Change, ChangeForm } from '../ui/change-form.tsx';
import type { FieldProblem } from '../ui/fields.tsx';
import type { CaseChange, CaseOutcome, Sent } from '../ui/request-status.ts';
import { useTab } from '../ui/tab-context.ts';
import { withWords, type Words, wordsProblem } from '../ui/seal-note.ts';
import { afterSending } from './merge-changes.ts';
import { useCaseContext } from './case-context.ts';

/** Applies the outcome of a form to the page of a case; words typed elsewhere stay. */
export function useCaseChange(): CaseChange {
  const { view, show, leave, reload } = useCaseContext();
  const { revision } = view.record;
  const [saidOf, setSaidOf] = useState<number>();
  return {
    after: (sent) => afterSending(sent, view),
    isPast: saidOf !== undefined && saidOf !== revision,
    onSent(outcome) {
      setSaidOf(outcome.kind === 'saved' ? outcome.case.record.revision : undefined);
      if (outcome.kind === 'saved' || outcome.kind === 'moved') show(outcome.case);
      if (outcome.kind === 'out') leave('out');
      if (outcome.kind === 'refused' && outcome.refusal.code === 'refused') leave('refused');
      if (outcome.kind !== 'refused' || outcome.refusal.code !== 'notAllowed') return;
      // The page was out of date: the refusal is shown beside the case as it is now.
      void reload().then((now) => setSaidOf(now?.record.revision));
    },
  };
}

type Send = (request: string) => Promise<Sent>;

/** `changing` carries the revision on the page, for an act that takes something back. */
interface Names {
  readonly adding: { readonly caseId: CaseId; readonly request: string };
  readonly changing: { readonly caseId: CaseId; readonly revision: number; readonly request: string };
}

type NamesOf<Draft, Kind> = { [Name in keyof Draft]: Draft[Name] extends Kind ? Name : never }[keyof Draft] & string;

/**
 * `empty` is the draft before anything is typed and after sending; `about` tells apart the things that a form may be
 * about. Nothing is sent if words cannot be sealed.
 */
export function useCaseForm<Draft extends object>(empty: Draft, about?: unknown) {
  const context = useCaseContext();
  const { caseId, revision } = context.view.record;
  const { say } = useTab();
  const id = useId();
  const [draft, setDraft] = useState(empty);
  const names = (request: string): Names => ({
    adding: { caseId, request },
    changing: { caseId, revision, request },
  });
  const worded =
    <Reader extends NoteReader>(
      reader: Reader,
      text: string,
      send: (names: Names & { readonly words: Words<Reader> }) => Promise<Sent>,
    ): Send =>
    (request) =>
      withWords(context, reader, text, (words) => send({ ...names(request), words }));
  const plain =
    (send: (names: Names) => Promise<Sent>): Send =>
    (request) =>
      send(names(request));
  return {
    draft,
    set: (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change })),
    id,
    field: <Name extends NamesOf<Draft, string>>(name: Name) => ({
      id: `${id}${name}`,
      value: draft[name],
      onValue: (value: string): void => setDraft((now) => ({ ...now, [name]: value })),
    }),
    tick: <Name extends NamesOf<Draft, boolean>>(name: Name) => ({
      id: `${id}${name}`,
      isChecked: draft[name],
      onChecked: (isChecked: boolean): void => setDraft((now) => ({ ...now, [name]: isChecked })),
    }),
    wordsProblem: (name: NamesOf<Draft, string>, needed?: string): readonly FieldProblem[] =>
      wordsProblem(say, `${id}${name}`, String(draft[name]), needed),
    form: {
      intent: JSON.stringify([about, draft]),
      isDirty: JSON.stringify(draft) !== JSON.stringify(empty),
      onSaved: (): void => setDraft(empty),
    },
    names,
    plain,
    worded,
    noted: (
      text: string,
      send: (names: Names & { readonly note: { readonly words?: Words<'handlers'> } }) => Promise<Sent>,
    ): Send =>
      isBlank(text)
        ? plain((its) => send({ ...its, note: {} }))
        : worded('handlers', text, ({ words, ...its }) => send({ ...its, note: { words } })),
  };
}

type CaseFormProps = Omit<Change<CaseOutcome>, 'send' | 'onSent' | 'isPast'> & {
  /** Falsy while the form is incomplete: then it has problems, and nothing is sent. */
  readonly send: Send | false | '' | undefined;
};

export function CaseForm({ send, ...change }: CaseFormProps) {
  const { after, ...rest } = useCaseChange();
  return (
    <ChangeForm
      {...change}
      {...rest}
      send={async (request) => {
        if (!send) throw new Error('sent before it was complete');
        return after(await send(request));
      }}
    />
  );
}
