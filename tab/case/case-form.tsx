import { useId, useState } from 'react';
import type { NoteReader } from '../../concerns/records/event-record.ts';
import { isBlank } from '../../concerns/terms/blank.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { type Change, ChangeForm } from '../parts/change-form.tsx';
import type { FieldProblem } from '../parts/form-fields.ts';
import type { CaseChange, CaseOutcome, Sent } from '../parts/sending.ts';
import { useTab } from '../parts/tab-context.ts';
import { withWords, type Words } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { afterSending } from './after-sending.ts';
import { useCaseContext } from './case-context.ts';

/** Gives what the page of a case does with what comes of a form: nothing that is typed elsewhere is lost. */
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
      // What the page shows is no longer how the case stands: that it is not allowed is said of how it stands now.
      void reload().then((now) => setSaidOf(now?.record.revision));
    },
  };
}

/** Sends what a form holds under the name of a request. */
type Send = (request: string) => Promise<Sent>;

/** The names in a request: `changing` with the revision that the page shows, for what takes something back. */
interface Names {
  readonly adding: { readonly caseId: CaseId; readonly request: string };
  readonly changing: { readonly caseId: CaseId; readonly revision: number; readonly request: string };
}

/** The parts of what a form holds that somebody types, or ticks. */
type NamesOf<Draft, Kind> = { [Name in keyof Draft]: Draft[Name] extends Kind ? Name : never }[keyof Draft] & string;

/**
 * A form of the case around it. `empty` is what it holds before anything is typed or chosen, and once it was sent;
 * `about` is what it is about beside that, where it may be about several things one after the other. Nothing is sent if
 * words cannot be sealed.
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
    /** The ids of its fields begin with this. */
    id,
    /** The properties of a field in which somebody types. */
    field: <Name extends NamesOf<Draft, string>>(name: Name) => ({
      id: `${id}${name}`,
      value: draft[name],
      onValue: (value: string): void => setDraft((now) => ({ ...now, [name]: value })),
    }),
    /** The properties of a field that somebody ticks. */
    tick: <Name extends NamesOf<Draft, boolean>>(name: Name) => ({
      id: `${id}${name}`,
      isChecked: draft[name],
      onChecked: (isChecked: boolean): void => setDraft((now) => ({ ...now, [name]: isChecked })),
    }),
    /** The problem with words that are too long, or missing if `needed` says so in words. */
    wordsProblem: (name: NamesOf<Draft, string>, needed?: string): readonly FieldProblem[] =>
      wordsProblem(say, `${id}${name}`, String(draft[name]), needed),
    /** The properties of a `CaseForm` that it holds. */
    form: {
      intent: JSON.stringify([about, draft]),
      isDirty: JSON.stringify(draft) !== JSON.stringify(empty),
      onSaved: (): void => setDraft(empty),
    },
    names,
    /** Sends something that has no words of a handler beside it. */
    plain,
    /** Sends with words for those who are to read them. */
    worded,
    /** Sends with a note for all who handle the case, if there is one: `note` is spread into the request. */
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
  /** Missing as long as the form is not complete: then it has problems, and nothing is sent. */
  readonly send: Send | false | '' | undefined;
};

/** A form that changes the case around it. */
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
