import { drawPage } from '../../cards/draw-page.ts';
import { parseSubmitted, type Submitted } from '../../cards/submitted.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Person } from '../../conversations/conversation.ts';
import type { ShownCard } from '../../contract/answers.ts';
import {
  type AtDoor,
  createGuidedSteps,
  type Guidance,
  guidedAction,
  type GuidedDependencies,
} from './guided-steps.ts';

/**
 * The third door: the same conversations and cards as in Teams, answered to the page in Candour's tab. The person comes
 * from a checked token, and has the same key as at the other doors, so that a card goes on at any of them.
 */
export interface ReportPage {
  /** The first card of a conversation. Throws StoreError. */
  open(person: Person, flow: 'report' | 'comeBack', language: Language): Promise<ShownCard>;
  /** Takes the step of a button, whose data and inputs are as the page sent them. Throws StoreError. */
  move(person: Person, language: Language, data: unknown): Promise<ShownCard>;
}

const leadsToStart = (action: Submitted): boolean => action.verb === 'show' && action.card === 'welcome';

export function createReportPage(deps: GuidedDependencies): ReportPage {
  const steps = createGuidedSteps(deps);
  // Whoever is in too much of a hurry was told so before: the page keeps what they typed.
  const at = (person: Person, language: Language): AtDoor => ({ person, language, pace: 'go' });
  const shown = (guidance: Guidance): ShownCard =>
    guidance.kind === 'page' ? { kind: 'card', card: drawPage(guidance.page) } : { kind: 'done' };

  return {
    async open(person, flow, language) {
      return shown(await steps.perform(at(person, language), { verb: 'open', flow, language }, {}));
    },
    async move(person, language, data) {
      const submitted = parseSubmitted(data);
      if (submitted && leadsToStart(submitted.action)) return { kind: 'done' };
      const action = submitted && guidedAction(submitted.action);
      // Alerts are acknowledged and summaries read elsewhere: the page has no button that asks for them.
      if (submitted === undefined || action === undefined) return shown(steps.notice(language, 'odd'));
      const spoken = ('language' in action ? action.language : undefined) ?? language;
      return shown(await steps.perform(at(person, spoken), action, submitted.inputs));
    },
  };
}
