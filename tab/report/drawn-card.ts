import { type ButtonData, codeOnCard } from './card-actions.ts';
import { type CardInput, drawInput } from './card-inputs.ts';
import { cardLook } from './card-look.ts';
import { drawActions, drawParts, made, partsIn } from './card-parts.ts';

/** A card in the page. */
export interface DrawnCard {
  readonly element: HTMLElement;
  /** The first heading, from which a step is read. */
  readonly heading: HTMLElement | undefined;
  /** The return code that it shows, and a place below it; missing where it shows none. */
  readonly code: { readonly text: string; readonly below: HTMLElement } | undefined;
  /** A place before the card's buttons, for what belongs to the card and is not drawn of it; missing without buttons. */
  readonly beforeButtons: HTMLElement | undefined;
  /** The values of the inputs now, by their names; none for an empty one. */
  readonly inputs: () => ButtonData;
  /** Whether words stand in an input now. */
  readonly holdsWords: () => boolean;
  /** The fields for words, by the names of their inputs. */
  readonly fields: readonly { readonly id: string; readonly field: HTMLTextAreaElement | HTMLInputElement }[];
}

/** Says to those who hear an input what is wrong with it, and its hint: the texts of the box that it stands in. */
function describeInput({ id, element }: CardInput): void {
  const texts = [...(element.parentElement?.children ?? [])].filter((one) => one.matches('.ac-textBlock'));
  for (const [place, one] of texts.entries()) one.id = `${id}-about-${place}`;
  const ids = texts.map((one) => one.id).join(' ');
  if (ids !== '') element.querySelector('.ac-input')?.setAttribute('aria-describedby', ids);
}

/** In a field of one line Enter presses the card's first step, as in any form. Not while letters are being put together. */
function stepOnEnter(element: HTMLElement): void {
  element.addEventListener('keydown', (event) => {
    const isLine = event.target instanceof HTMLInputElement && event.target.matches('.ac-textInput');
    if (!isLine || event.key !== 'Enter' || event.isComposing || event.repeat) return;
    event.preventDefault();
    element.querySelector<HTMLElement>(':scope > .ac-actionSet > .style-positive')?.click();
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
 * Draws a card, of the parts that ours are made of and by the names that Microsoft's renderer gives to them. `onPress` is
 * told what a button sends, with all inputs. `undefined` where it is no card that can be drawn.
 */
export function drawCard(card: object, onPress: (data: ButtonData) => void): DrawnCard | undefined {
  const [read] = partsIn([card]);
  if (read?.type !== 'AdaptiveCard') return undefined;
  const all: CardInput[] = [];
  const inputs = (): ButtonData =>
    Object.fromEntries(all.flatMap(({ id, value }) => (value() === '' ? [] : [[id, value()]])));
  const pressed = (data: ButtonData): void => onPress({ ...data, ...inputs() });
  const parts = drawParts(read.body, {
    onPress: pressed,
    drawInput(part, beside) {
      const input = drawInput(part, beside);
      if (input) all.push(input);
      return input?.element;
    },
  });
  const element = made(
    'div',
    'ac-container ac-adaptiveCard',
    {
      display: 'flex',
      flexDirection: 'column',
      boxSizing: 'border-box',
      padding: `${cardLook.spacing.padding}px`,
      backgroundColor: cardLook.containerStyles.default.backgroundColor,
    },
    parts,
  );
  const beforeButtons = (read.actions ?? []).length > 0 ? document.createElement('div') : undefined;
  if (beforeButtons) {
    const steps = drawActions(read.actions, { onPress: pressed, drawInput: () => undefined });
    steps.style.marginTop = `${cardLook.spacing.default}px`;
    element.append(beforeButtons, steps);
  }
  for (const input of all) describeInput(input);
  stepOnEnter(element);
  const [heading] = element.querySelectorAll<HTMLElement>('[role="heading"]');
  heading?.setAttribute('aria-level', '2');
  if (heading) heading.tabIndex = -1;
  return {
    element,
    heading,
    code: findCode(card, element),
    beforeButtons,
    fields: all.flatMap(({ id, field }) => (field ? [{ id, field }] : [])),
    inputs,
    holdsWords: () => all.some(({ field }) => field !== undefined && field.value !== ''),
  };
}
