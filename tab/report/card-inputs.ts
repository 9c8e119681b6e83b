import { type CardPart, made, partsIn, textBlock, lookOfText } from './card-parts.ts';
import { cardLook } from './card-look.ts';

/** An input of a card, as it stands in the page. */
export interface CardInput {
  readonly id: string;
  readonly element: HTMLElement;
  /** The value that stands in it now, empty for nothing. */
  readonly value: () => string;
  /** The field, where it is one for words. */
  readonly field: HTMLTextAreaElement | HTMLInputElement | undefined;
}

type Drawn = Pick<CardInput, 'value' | 'field'> & {
  readonly control: HTMLElement;
  readonly marked: readonly Element[];
};

let drawnSoFar = 0;
const newId = (): string => `card-input-${(drawnSoFar += 1)}`;

function drawField(part: CardPart): Drawn {
  const field = document.createElement(part.isMultiline === true ? 'textarea' : 'input');
  field.className = `ac-input ac-textInput${part.isMultiline === true ? ' ac-multiline' : ''}`;
  Object.assign(field.style, { flex: '1 1 auto', minWidth: '0' });
  if (field instanceof HTMLInputElement) field.type = 'text';
  field.value = part.value ?? '';
  return { control: field, marked: [field], field, value: () => field.value };
}

function drawSelect(part: CardPart): Drawn {
  const select = made('select', 'ac-input ac-multichoiceInput', { width: '100%' });
  select.append(
    new Option('', ''),
    ...partsIn(part.choices).map(({ title = '', value = '' }) => new Option(title, value, false, value === part.value)),
  );
  return { control: select, marked: [select], field: undefined, value: () => select.value };
}

function drawChoices(part: CardPart): Drawn {
  const isMany = part.isMultiSelect === true;
  const chosen = isMany ? (part.value ?? '').split(',') : [part.value];
  const name = newId();
  const inputs: HTMLInputElement[] = [];
  const rows = partsIn(part.choices).map((choice) => {
    const input = made('input', '', { margin: '0', flex: '0 0 auto' });
    Object.assign(input, { id: newId(), type: isMany ? 'checkbox' : 'radio', name, value: choice.value ?? '' });
    input.checked = chosen.includes(choice.value);
    inputs.push(input);
    const label = textBlock('label', choice, choice.title ?? '');
    label.htmlFor = input.id;
    Object.assign(label.style, { flex: '1 1 auto', marginLeft: '12px', minWidth: '0' });
    return made('div', '', { display: 'flex', alignItems: 'center' }, [input, label]);
  });
  const kind = isMany ? 'multiSelect' : 'expanded';
  const control = made('div', `ac-input ac-choiceSetInput-${kind}`, { width: '100%', minWidth: '0' }, rows);
  control.setAttribute('role', isMany ? 'group' : 'radiogroup');
  control.setAttribute('aria-label', part.label ?? '');
  const value = (): string =>
    inputs
      .filter((input) => input.checked)
      .map((input) => input.value)
      .join(',');
  return { control, marked: isMany ? inputs : [control], field: undefined, value };
}

function drawControl(part: CardPart): Drawn | undefined {
  if (part.type === 'Input.Text') return drawField(part);
  if (part.type !== 'Input.ChoiceSet') return undefined;
  return part.style === 'compact' && part.isMultiSelect !== true ? drawSelect(part) : drawChoices(part);
}

/**
 * Draws an input with its label; `undefined` for a part that is none. `about` are the texts beside it, which say to those
 * who hear it what is wrong with it, and its hint.
 */
export function drawInput(part: CardPart, about: readonly CardPart[]): CardInput | undefined {
  const drawn = part.id === undefined ? undefined : drawControl(part);
  if (drawn === undefined || part.id === undefined) return undefined;
  const { control, marked, value, field } = drawn;
  control.id = newId();
  const label = made('label', 'ac-richTextBlock', { marginBottom: `${cardLook.spacing.small}px` }, [
    made('span', 'ac-textRun', lookOfText({ ...part, weight: 'bolder' }), part.label ?? ''),
  ]);
  label.id = newId();
  label.htmlFor = control.id;
  if (!control.hasAttribute('role')) control.setAttribute('aria-labelledby', label.id);
  if (about.some(({ color }) => color === 'attention'))
    for (const one of marked) one.setAttribute('aria-invalid', 'true');
  const row = made('div', 'ac-input-container', { display: 'flex' }, [control]);
  const element = made('div', '', { display: 'flex', flexDirection: 'column' }, [label, row]);
  return { id: part.id, element, value, field };
}
