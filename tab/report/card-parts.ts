import { z } from 'zod';
import type { ButtonData } from './card-actions.ts';
import { cardLook } from './card-look.ts';
import { openLink } from './open-link.ts';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const list = z.array(z.unknown()).optional().catch(undefined);
/** Everything that a part of a card may have. Whatever is of another kind is not there: a card that somebody made up draws as far as it can. */
const partSchema = z.looseObject({
  type: text,
  id: text,
  text,
  style: text,
  size: z.enum(['small', 'default', 'medium', 'large', 'extraLarge']).catch('default'),
  weight: z.enum(['lighter', 'default', 'bolder']).catch('default'),
  color: z.enum(['default', 'attention', 'good', 'warning', 'accent']).catch('default'),
  fontType: z.enum(['default', 'monospace']).catch('default'),
  spacing: z.enum(['none', 'small', 'default']).catch('default'),
  isSubtle: flag,
  isVisible: flag,
  separator: flag,
  isMultiline: flag,
  isMultiSelect: flag,
  label: text,
  value: text,
  title: text,
  url: text,
  data: z.record(z.string(), z.unknown()).catch({}),
  body: list,
  items: list,
  inlines: list,
  choices: list,
  actions: list,
  columns: list,
  targetElements: list,
});
export type CardPart = z.infer<typeof partSchema>;

/** The parts of a list of a card, without what is none. */
export const partsIn = (held: readonly unknown[] = []): readonly CardPart[] =>
  held.flatMap((part) => partSchema.safeParse(part).data ?? []);

const boxes = ['emphasis', 'good', 'warning', 'attention', 'accent'] as const;

/** How an element looks, as a script writes it. */
export type Look = Readonly<Partial<Record<keyof CSSStyleDeclaration & string, string>>>;

/** An element with its looks. Whatever stands in it is text. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  look: Look = {},
  content: string | readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  Object.assign(element.style, look);
  element.append(...(typeof content === 'string' ? [content] : content));
  return element;
}

/** The look of text of a part. */
export function lookOfText({ size, weight, color, fontType, isSubtle }: CardPart): Look {
  const font = cardLook.fontTypes[fontType];
  const colours = cardLook.containerStyles.default.foregroundColors[color];
  return {
    fontFamily: font.fontFamily,
    fontSize: `${font.fontSizes[size]}px`,
    fontWeight: String(font.fontWeights[weight]),
    color: isSubtle === true ? colours.subtle : colours.default,
  };
}

/** Text as a block of its own, or as the label of something. */
export function textBlock<Tag extends 'div' | 'label'>(tag: Tag, part: CardPart, words: string) {
  const look = lookOfText(part);
  const lineHeight = `${Number.parseInt(look.fontSize ?? '14', 10) * 1.33}px`;
  return made(tag, 'ac-textBlock', { ...look, lineHeight, overflowWrap: 'break-word', flex: '0 0 auto' }, words);
}

function drawText(part: CardPart): HTMLElement {
  const block = textBlock('div', part, part.text ?? '');
  if (part.style !== 'heading') return block;
  block.setAttribute('role', 'heading');
  block.setAttribute('aria-level', '3');
  return block;
}

const drawRuns = (part: CardPart): HTMLElement =>
  made(
    'div',
    'ac-richTextBlock',
    { flex: '0 0 auto' },
    partsIn(part.inlines).map((run) => made('span', 'ac-textRun', lookOfText(run), run.text ?? '')),
  );

/** Things that the parts of a card ask of it. */
export interface CardFrame {
  readonly onPress: (data: ButtonData) => void;
  /** Draws an input; `undefined` for a part that is none. */
  readonly drawInput: (part: CardPart, beside: readonly CardPart[]) => HTMLElement | undefined;
}

const targetSchema = z.object({ elementId: z.string(), isVisible: z.boolean() });

/** Shows some parts of the card and hides others, as a button asks for it. */
function turn(part: CardPart, card: HTMLElement | null): void {
  const targets = (part.targetElements ?? []).flatMap((target) => targetSchema.safeParse(target).data ?? []);
  for (const one of card?.querySelectorAll<HTMLElement>('[data-part]') ?? []) {
    const target = targets.find(({ elementId }) => elementId === one.dataset['part']);
    if (target !== undefined) one.hidden = !target.isVisible;
  }
}

function drawAction(part: CardPart, frame: CardFrame): HTMLElement {
  const title = part.title ?? '';
  const style = ['positive', 'destructive'].find((one) => one === part.style);
  const button = made('button', `ac-pushButton style-${style ?? 'default'}`, { flex: '0 1 auto' }, title);
  button.type = 'button';
  if (part.type === 'Action.OpenUrl') button.setAttribute('role', 'link');
  button.addEventListener('click', () => {
    if (part.type === 'Action.OpenUrl') openLink(part.url);
    else if (part.type === 'Action.ToggleVisibility') turn(part, button.closest<HTMLElement>('.ac-adaptiveCard'));
    else if (part.type === 'Action.Execute' || part.type === 'Action.Submit') frame.onPress({ ...part.data });
  });
  return button;
}

/** The buttons of a card or of one of its parts, in a row that breaks where it must. */
export const drawActions = (actions: readonly unknown[] | undefined, frame: CardFrame): HTMLElement =>
  made(
    'div',
    'ac-actionSet',
    { display: 'flex', flexWrap: 'wrap', gap: `${cardLook.actions.buttonSpacing}px` },
    partsIn(actions).map((action) => drawAction(action, frame)),
  );

function between({ separator, spacing }: CardPart): HTMLElement | undefined {
  const pixels = spacing === 'none' ? 0 : cardLook.spacing[spacing];
  if (pixels === 0 && separator !== true) return undefined;
  const line = `${cardLook.separator.lineThickness}px solid ${cardLook.separator.lineColor}`;
  const look = separator === true ? { paddingTop: `${pixels}px`, borderTop: line } : { height: `${pixels}px` };
  const gap = made('div', 'ac-horizontal-separator', { ...look, flex: '0 0 auto' });
  gap.setAttribute('aria-hidden', 'true');
  return gap;
}

function drawBox(part: CardPart, frame: CardFrame): HTMLElement {
  const look = boxes.find((name) => name === part.style);
  const colours = look && cardLook.containerStyles[look];
  const box = made('div', 'ac-container', {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    ...(colours && {
      padding: `${cardLook.spacing.padding}px`,
      backgroundColor: colours.backgroundColor,
      // A box is seen by its border as well, where a theme has one colour for all grounds.
      border: `1px solid ${colours.borderColor}`,
    }),
  });
  box.append(...drawParts(part.items, frame));
  return box;
}

const drawColumns = (part: CardPart, frame: CardFrame): HTMLElement =>
  made(
    'div',
    'ac-columnSet',
    { display: 'flex', gap: `${cardLook.spacing.default}px` },
    partsIn(part.columns).map((column) => made('div', 'ac-column', { flex: '1 1 0' }, drawParts(column.items, frame))),
  );

function drawPart(part: CardPart, frame: CardFrame, beside: readonly CardPart[]): HTMLElement | undefined {
  switch (part.type) {
    case 'TextBlock':
      return drawText(part);
    case 'RichTextBlock':
      return drawRuns(part);
    case 'Container':
      return drawBox(part, frame);
    case 'ActionSet':
      return drawActions(part.actions, frame);
    case 'ColumnSet':
      return drawColumns(part, frame);
    default:
      return frame.drawInput(part, beside);
  }
}

/** The parts of a list, with the room between them. One of a kind that is not known is left out. */
export function drawParts(held: readonly unknown[] | undefined, frame: CardFrame): readonly HTMLElement[] {
  const parts = partsIn(held);
  const all: HTMLElement[] = [];
  for (const part of parts) {
    const element = drawPart(part, frame, parts);
    if (element === undefined) continue;
    const gap = all.length > 0 ? between(part) : undefined;
    const whole = gap && part.isVisible === false ? [made('div', '', {}, [gap, element])] : [gap ?? [], element].flat();
    const [hidden = element] = whole;
    if (part.isVisible === false) hidden.hidden = true;
    if (part.isVisible === false && part.id !== undefined) hidden.dataset['part'] = part.id;
    all.push(...whole);
  }
  return all;
}
