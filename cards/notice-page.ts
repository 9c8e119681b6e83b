import type { Language } from '../concerns/terms/language.ts';
import { type Calm, calmPage, oddCalm } from './calm-page.ts';
import type { Callout } from './callout.ts';
import type { Page } from './page.ts';
import { say } from '../words/cards/say.ts';

const words = {
  /** Another person's card. */
  foreign: { heading: 'notice.foreignHeading', text: 'notice.foreign', ways: 'all' },
  /** A card that another version of Candour made, which this one cannot go on from. */
  stale: { heading: 'notice.staleHeading', text: 'notice.stale', ways: 'all' },
  /** Something that no card of ours sends. */
  odd: oddCalm,
  /** A role is missing. */
  refused: { heading: 'notice.refusedHeading', text: 'notice.refused', ways: 'start' },
  /** A fault of ours. */
  failed: { heading: 'notice.failedHeading', text: 'notice.failed', ways: 'all' },
  /** A step in the chat, where only the dialog may take it. */
  dialogOnly: { heading: 'notice.dialogOnlyHeading', text: 'notice.dialogOnly', ways: 'all' },
  /** The notice that stands in the chat while a dialog is open. */
  inDialog: { heading: 'notice.inDialogHeading', text: 'notice.inDialog', ways: 'all' },
  /** The store does not answer. */
  unavailable: { heading: 'notice.unavailableHeading', text: 'notice.unavailable', ways: 'all' },
  /** A record that a newer version wrote, and this one may not change. */
  newer: { heading: 'notice.newerHeading', text: 'notice.newer', ways: 'all' },
  /** Too much from one person in a short time. */
  tooOften: { heading: 'notice.tooOftenHeading', text: 'notice.tooOften', ways: 'start' },
  /** In a chat, to those who said what Candour knows in a channel alone. */
  channelOnly: { heading: 'notice.channelOnlyHeading', text: 'notice.channelOnly', ways: 'start' },
  /** Where others read, to those who asked for a summary there. */
  summaryElsewhere: { heading: 'notice.summaryElsewhereHeading', text: 'notice.summaryElsewhere', ways: 'none' },
  /** In a channel that was named for campaigns, or is it no more. */
  campaignHere: { heading: 'notice.campaignHereHeading', text: 'notice.campaignHere', ways: 'none' },
  campaignNotHere: { heading: 'notice.campaignNotHereHeading', text: 'notice.campaignNotHere', ways: 'none' },
  /** In a channel, to those who may name none for campaigns. */
  campaignRefused: { heading: 'notice.campaignRefusedHeading', text: 'notice.campaignRefused', ways: 'none' },
  /** In a channel where alerts come, or weekly summaries. */
  campaignElsewhere: { heading: 'notice.campaignElsewhereHeading', text: 'notice.campaignElsewhere', ways: 'none' },
  /** Where others read, to those who would choose there which messages they get. */
  messagesElsewhere: { heading: 'notice.messagesElsewhereHeading', text: 'notice.messagesElsewhere', ways: 'none' },
} as const satisfies Readonly<Record<string, Calm>>;

/** Anything that can have gone otherwise than it should. */
export type Notice = keyof typeof words;

/**
 * A calm card: what happened, what is safe to assume, and a way on. `callouts` stand before it; `reference` is what
 * operators can look for.
 */
export const noticePage = (view: {
  readonly language: Language;
  readonly notice: Notice;
  readonly callouts?: readonly Callout[];
  readonly reference?: string;
}): Page => {
  const { language, notice, callouts, reference } = view;
  return {
    ...calmPage(language, words[notice]),
    ...(callouts && { callouts }),
    references: reference === undefined ? [] : [{ label: say(language, 'notice.reference'), value: reference }],
  };
};
