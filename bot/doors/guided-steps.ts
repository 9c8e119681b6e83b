import type { Page } from '../../cards/page.ts';
import type { Contacts } from '../../words/contacts.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { type Notice, noticePage } from '../../cards/notice-page.ts';
import type { Submitted } from '../../cards/submitted.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { asksToSave, waitVerb } from '../../concerns/reporting/report-flow.ts';
import type { Guide, Guided } from '../../dialogs/guide.ts';
import type { Person } from '../../conversations/conversation.ts';
import { OtherVersionError } from '../running/other-version-error.ts';
import { createGiveWay } from '../running/give-way.ts';
import type { Pace } from '../running/throttle.ts';

/** Somebody at a door, and whether what they did is taken now. */
export interface AtDoor {
  readonly person: Person;
  readonly language: Language;
  readonly pace: Pace;
}

/** The answer that a step leads to: a page, or the end of a conversation. */
export type Guidance =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'done'; readonly language: Language };

type ShowGuidance = {
  readonly verb: 'show';
  readonly topic: NonNullable<Extract<Submitted, { verb: 'show' }>['topic']>;
};
type OpenConversation = { readonly verb: 'open'; readonly flow: 'report' | 'comeBack' };
/** The actions that every door lets everybody take: read guidance, report, and come back with a code. */
export type GuidedAction =
  | (Extract<Submitted, { verb: 'show' }> & ShowGuidance)
  | (Extract<Submitted, { verb: 'open' }> & OpenConversation)
  | Extract<Submitted, { verb: 'move' }>;

/** Carries out the steps of guidance, reporting and coming back, the same by every door. */
export interface GuidedSteps {
  /** Takes a step and returns what follows it. Throws StoreError, and OtherVersionError where another version made its card. */
  perform(at: AtDoor, action: GuidedAction, inputs: Readonly<Record<string, unknown>>): Promise<Guidance>;
  /** A calm page in place of what was asked for. */
  readonly notice: (language: Language, name: Notice) => Guidance;
}

/** The step of a conversation or of the guidance in an action, `undefined` where it is something else. */
export function guidedAction(action: Submitted): GuidedAction | undefined {
  switch (action.verb) {
    case 'show':
      return action.card === 'guidance' && action.topic ? { ...action, topic: action.topic } : undefined;
    case 'open':
      return action.flow === 'week' ? undefined : { ...action, flow: action.flow };
    case 'move':
      return action;
    default:
      return undefined;
  }
}

export interface GuidedDependencies {
  readonly guide: Guide;
  readonly contacts: Contacts;
  readonly topicsNow: LiveTopics;
}

export function createGuidedSteps(deps: GuidedDependencies): GuidedSteps {
  const way = createGiveWay();
  const notice: GuidedSteps['notice'] = (language, name) => ({
    kind: 'page',
    page: noticePage({ language, notice: name }),
  });
  const ofGuide = (language: Language, guided: Guided): Guidance =>
    guided.kind === 'page' || guided.kind === 'done' ? guided : notice(language, guided.kind);
  const ofCard = (language: Language, guided: Guided): Guidance => {
    if (guided.kind === 'stale') throw new OtherVersionError();
    return ofGuide(language, guided);
  };

  return {
    notice,
    async perform({ person, language: spoken, pace }, action, inputs) {
      switch (action.verb) {
        case 'show': {
          const { language, topic } = action;
          return {
            kind: 'page',
            page: guidancePage({ language, topic, topics: deps.topicsNow(), contacts: deps.contacts }),
          };
        }
        case 'open':
          await way.behind();
          return ofGuide(spoken, await deps.guide.open(action.flow, action.language, person));
        case 'move': {
          const move = { verb: pace === 'tooOften' ? waitVerb : action.move, inputs, person };
          const moved = () => deps.guide.move(action.state, move);
          if (asksToSave(move)) return ofCard(spoken, await way.ahead(moved));
          await way.behind();
          return ofCard(spoken, await moved());
        }
        default:
          return action satisfies never;
      }
    },
  };
}
