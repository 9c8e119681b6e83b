import type { Language } from '../concerns/terms/language.ts';
import type { Action } from './action.ts';
import type { Callout } from './callout.ts';
import type { Card } from './card.ts';
import { draw } from './draw.ts';
import type { Field } from './field.ts';
import page from './templates/page.json' with { type: 'json' };

/** What a card says, from top to bottom, in words of ours alone but for answers and fields. */
export interface Page {
  readonly language: Language;
  readonly heading: string;
  readonly progress?: string;
  readonly callouts?: readonly Callout[];
  /** A reference or a code, to be written down. */
  readonly references?: readonly { readonly label: string; readonly value: string }[];
  readonly sections?: readonly { readonly heading?: string; readonly text: readonly string[] }[];
  /** A person's words, as lines that are drawn as plain text. */
  readonly answers?: readonly { readonly question: string; readonly lines: readonly string[] }[];
  readonly fields?: readonly Field[];
  /** Buttons in the body, for ways that are not the card's own next step. */
  readonly links?: readonly Action[];
  readonly actions: readonly Action[];
}

const asTexts = (lines: readonly string[]) => lines.map((text) => ({ text }));
const none: readonly never[] = [];

/** Draws a page as a card. */
export const drawPage = (content: Page): Card =>
  draw(page, {
    lang: content.language,
    heading: content.heading,
    progress: asTexts(content.progress === undefined ? none : [content.progress]),
    callouts: (content.callouts ?? none).map(({ style, heading, text }) => ({ style, heading, lines: asTexts(text) })),
    references: content.references ?? none,
    sections: (content.sections ?? none).map(({ heading, text }) => ({
      headings: asTexts(heading === undefined ? none : [heading]),
      lines: asTexts(text),
    })),
    answers: (content.answers ?? none).map(({ question, lines }) => ({ question, lines: asTexts(lines) })),
    fields: content.fields ?? none,
    links: content.links?.length ? [{ actions: content.links }] : none,
    actions: content.actions,
  });
