import { z } from 'zod';
import { addToReport, type AdditionDependencies, additionStands } from '../concerns/add-to-report.ts';
import { certainlyUnsaved } from '../concerns/certainly-unsaved.ts';
import { comeBack, type ComeBackDependencies } from '../concerns/come-back.ts';
import { type ComeBackState, comeBackStateSchema, moveComeBack, startComeBack } from '../concerns/come-back-flow.ts';
import { dropDraft, findDraft } from '../concerns/drafts.ts';
import { languages } from '../concerns/language.ts';
import type { Problem } from '../concerns/questions.ts';
import { parseReturnCode, type ReturnCode } from '../concerns/return-code.ts';
import { withinDeadline } from './deadline.ts';
import type { Conversation, Step } from './guided-dialog.ts';

export interface ComeBackConversationDependencies extends ComeBackDependencies, AdditionDependencies {
  /** Told when something was added, so that its alert need not wait for the next look. */
  readonly onAddition: () => void;
  /** Told of what could not be done, for the operators; the person sees a sentence and keeps everything. */
  readonly onTrouble: (error: unknown) => void;
  readonly deadlineMs: number;
}

type ComeBackStep = Step<ComeBackState>;
const optionsSchema = z.object({ language: z.enum(languages) });

const show = (state: ComeBackState, ...problems: readonly Problem[]): ComeBackStep => ({
  kind: 'show',
  state,
  problems,
});

/** The conversation of somebody who comes back with a return code. */
export function createComeBackConversation(deps: ComeBackConversationDependencies): Conversation<ComeBackState> {
  const newMessageId = () => Buffer.from(deps.random(16)).toString('hex');

  async function find(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const found = await comeBack(deps, code);
    if (found.kind === 'nothing') return show({ ...state, at: 'enter' }, { question: 'code', code: 'notFound' });
    if (found.kind === 'draft') {
      return show({ ...state, at: 'draft', found: { status: '', receivedOn: '', additions: 0, until: found.until } });
    }
    const { status, receivedOn, additions } = found;
    const fresh = { addition: '', messageId: newMessageId(), found: { status, receivedOn, additions, until: '' } };
    return show({ ...state, ...fresh, at: 'case' });
  }

  async function add(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const { messageId: id } = state;
    let added: Awaited<ReturnType<typeof addToReport>>;
    try {
      added = await addToReport(deps, { code, id, text: state.addition.trim() });
    } catch (error) {
      if (!(await certainlyUnsaved(error, () => additionStands(deps, code, id)))) throw error;
      deps.onTrouble(error);
      return show(state, { question: '', code: 'nothingSaved' });
    }
    if (added.kind === 'notFound') return show({ ...state, at: 'enter' }, { question: 'code', code: 'notFound' });
    deps.onAddition();
    return show({ ...state, at: 'added', addition: '' });
  }

  async function resume(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    const draft = await findDraft(deps, code);
    if (draft === undefined) return show({ ...state, at: 'enter' }, { question: 'code', code: 'notFound' });
    return {
      kind: 'instead',
      dialog: 'report',
      state: { resume: { ...draft.state, until: draft.until, language: state.language } },
    };
  }

  async function discard(state: ComeBackState, code: ReturnCode): Promise<ComeBackStep> {
    await dropDraft(deps, code);
    return show({ ...state, at: 'discarded', code: '' });
  }

  const attempt = (
    state: ComeBackState,
    work: (state: ComeBackState, code: ReturnCode) => Promise<ComeBackStep>,
  ): Promise<ComeBackStep> => {
    const code = parseReturnCode(state.code);
    if (code === undefined) return Promise.resolve(show({ ...state, at: 'enter' }, { question: 'code', code: 'odd' }));
    return withinDeadline(
      deps.deadlineMs,
      () => work(state, code),
      (error) => {
        deps.onTrouble(error);
        return show(state, { question: '', code: 'notSaved' });
      },
    );
  };

  return {
    id: 'comeBack',
    begin: (options) => startComeBack(optionsSchema.parse(options).language, newMessageId()),
    parse: (state) => comeBackStateSchema.safeParse(state).data,
    async move(before, move) {
      const turn = moveComeBack(before, move);
      switch (turn.effect) {
        case 'none':
          return show(turn.state, ...turn.problems);
        case 'done':
          return { kind: 'done' };
        case 'find':
          return attempt(turn.state, find);
        case 'add':
          return attempt(turn.state, add);
        case 'resume':
          return attempt(turn.state, resume);
        case 'discard':
          return attempt(turn.state, discard);
        default:
          return turn.effect satisfies never;
      }
    },
  };
}
