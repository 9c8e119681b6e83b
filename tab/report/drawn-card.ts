import {
  ActionStyle,
  AdaptiveCard,
  Container,
  ExecuteAction,
  HostConfig,
  Input,
  OpenUrlAction,
  SubmitAction,
  TextBlock,
  TextColor,
  TextInput,
} from 'adaptivecards';
import { type ButtonData, codeOnCard } from './card-actions.ts';
import { cardLook } from './card-look.ts';
import { openLink } from './open-link.ts';

const boxes = ['emphasis', 'good', 'warning', 'attention', 'accent'] as const;

// What stands in a card is text, also where it looks like Markdown.
AdaptiveCard.onProcessMarkdown = () => undefined;

/** A card in the page. */
export interface DrawnCard {
  readonly element: HTMLElement;
  /** The first heading, from which a step is read. */
  readonly heading: HTMLElement | undefined;
  /** The return code that it shows, and a place below it; missing where it shows none. */
  readonly code: { readonly text: string; readonly below: HTMLElement } | undefined;
  /** The values of the inputs now, by their names; none for an empty one. */
  readonly inputs: () => ButtonData;
  /** Whether words stand in an input now. */
  readonly holdsWords: () => boolean;
  /** The fields for words, by the names of their inputs. */
  readonly fields: readonly { readonly id: string; readonly field: HTMLTextAreaElement | HTMLInputElement }[];
}

/** The texts of the container that an input stands in: what is wrong above it, and the hint below. */
function textsAround({ parent }: Input): readonly TextBlock[] {
  if (!(parent instanceof Container)) return [];
  return Array.from({ length: parent.getItemCount() }, (_, place) => parent.getItemAt(place)).filter(
    (item) => item instanceof TextBlock,
  );
}

/** Says to those who hear an input what it belongs to, what is wrong with it, and its hint. */
function describeInput(input: Input): void {
  const control = input.renderedElement?.querySelector<HTMLElement>('.ac-input');
  if (!control || input.id === undefined) return;
  const texts = textsAround(input);
  const ids = texts.flatMap(({ renderedElement }, place) => {
    if (renderedElement === undefined) return [];
    renderedElement.id = `${input.id}-about-${place}`;
    return [renderedElement.id];
  });
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '));
  const choices = control.querySelectorAll('input');
  const [first] = choices;
  if (first) {
    control.setAttribute('role', first.type === 'radio' ? 'radiogroup' : 'group');
    control.setAttribute('aria-label', input.label ?? '');
    // The renderer calls the first choice by the name of the set as well, which is said with the set already.
    for (const one of choices) {
      const own = one.getAttribute('aria-labelledby')?.split(' ').at(-1);
      if (own !== undefined) one.setAttribute('aria-labelledby', own);
    }
  }
  const isWrong = texts.some(({ color }) => color === TextColor.Attention);
  const marked = first?.type === 'checkbox' ? choices : [control];
  if (isWrong) for (const one of marked) one.setAttribute('aria-invalid', 'true');
}

/** A box is seen by its border as well, where a theme has one colour for all grounds. */
function frameBoxes(card: AdaptiveCard): void {
  for (let place = 0; place < card.getItemCount(); place += 1) {
    const item = card.getItemAt(place);
    const look = item instanceof Container && boxes.find((name) => name === item.style);
    if (look && item.renderedElement)
      item.renderedElement.style.border = `1px solid ${cardLook.containerStyles[look].borderColor}`;
  }
}

/** In a field of one line Enter presses the card's first step, as in any form. Not while letters are being put together. */
function stepOnEnter(card: AdaptiveCard, element: HTMLElement): void {
  element.addEventListener('keydown', (event) => {
    const isLine = event.target instanceof HTMLInputElement && event.target.matches('.ac-textInput');
    if (!isLine || event.key !== 'Enter' || event.isComposing || event.repeat) return;
    event.preventDefault();
    const actions = Array.from({ length: card.getActionCount() }, (_, place) => card.getActionAt(place));
    actions.find((action) => action?.style === ActionStyle.Positive)?.renderedElement?.click();
  });
}

/** The code of a card, with a place that is made below it. */
function findCode(card: object, element: HTMLElement): DrawnCard['code'] {
  const text = codeOnCard(card);
  const shown = [...element.querySelectorAll('.ac-textBlock')].find((block) => block.textContent === text);
  if (text === undefined || shown === undefined) return undefined;
  const below = document.createElement('div');
  shown.after(below);
  return { text, below };
}

/**
 * Draws a card with Microsoft's renderer. `onPress` is told what a button sends, with all inputs. `undefined` where it
 * is no card that can be drawn.
 */
export function drawCard(card: object, onPress: (data: ButtonData) => void): DrawnCard | undefined {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(cardLook);
  drawn.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) openLink(action.url);
    else if (action instanceof ExecuteAction || action instanceof SubmitAction) onPress({ ...action.data });
  };
  drawn.parse(card);
  const element = drawn.render();
  if (element === undefined) return undefined;
  const all = drawn.getAllInputs();
  for (const input of all) describeInput(input);
  frameBoxes(drawn);
  stepOnEnter(drawn, element);
  const [heading] = element.querySelectorAll<HTMLElement>('[role="heading"]');
  heading?.setAttribute('aria-level', '2');
  if (heading) heading.tabIndex = -1;
  // Around each step stands the page's own frame: the card is no stop of its own for the keyboard.
  element.removeAttribute('tabindex');
  const filled = () => all.flatMap((input) => (input.id && input.isSet() ? [[input.id, String(input.value)]] : []));
  const fields = all.flatMap(({ id, renderedElement }) => {
    const field = renderedElement?.querySelector<HTMLTextAreaElement | HTMLInputElement>(
      'textarea.ac-input, input.ac-textInput',
    );
    return field && id !== undefined ? [{ id, field }] : [];
  });
  return {
    element,
    heading,
    code: findCode(card, element),
    fields,
    inputs: () => Object.fromEntries(filled()),
    holdsWords: () => all.some((input) => input instanceof TextInput && input.isSet()),
  };
}
