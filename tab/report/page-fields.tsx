import { type KeyboardEvent, useId } from 'react';
import type { Field } from '../../cards/field.ts';
import type { Route } from '../../concerns/terms/routes.ts';
import { column, plain, problem, runLook, small } from './page-look.ts';
import { mostIn, type RoomTeller, useRoom } from './room-left.ts';

/** How much more a field takes, by which way reports come, since each has its own limits. */
export interface RoomOnPage extends RoomTeller {
  readonly route: Route;
}
export const noRoom: RoomOnPage = { route: 'staff', words: () => '', announce: () => undefined };

interface Control {
  readonly field: Field;
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
}
const isWrong = ({ problems }: Field): true | undefined => (problems.length > 0 ? true : undefined);

function TextControl({
  field,
  id,
  labelId,
  describedBy,
  isMultiline,
  room: { route, ...teller },
  onEnter,
}: Control & { readonly isMultiline: boolean; readonly room: RoomOnPage; readonly onEnter: () => void }) {
  const most = mostIn(field.id, route);
  const { room, onTyped } = useRoom(field.value, most, teller);
  const roomId = `${id}-room`;
  const shared = {
    id,
    'data-field': field.id,
    defaultValue: field.value,
    style: { flex: '1 1 auto', minWidth: '0' },
    'aria-labelledby': labelId,
    'aria-invalid': isWrong(field),
    'aria-describedby': [describedBy, most !== undefined && roomId].filter(Boolean).join(' ') || undefined,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <>
      <div style={{ display: 'flex' }}>
        {isMultiline ? (
          <textarea
            {...shared}
            className="ac-input ac-textInput ac-multiline"
            onInput={({ currentTarget }) => onTyped(currentTarget.value)}
          />
        ) : (
          <input
            {...shared}
            type="text"
            className="ac-input ac-textInput"
            onInput={({ currentTarget }) => onTyped(currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
      {most !== undefined && (
        <p
          className="candour-room"
          id={roomId}
          hidden={room === undefined}
          data-over={room?.kind === 'over' || undefined}
        >
          {room && teller.words(room)}
        </p>
      )}
    </>
  );
}

type ChoiceInput = Extract<Field['input'], { kind: 'choice' }>;

function ChoiceControl({ field, id, labelId, describedBy, input }: Control & { readonly input: ChoiceInput }) {
  const { choices, isMultiSelect: isMany } = input;
  if (input.style === 'compact' && !isMany) {
    return (
      <select
        id={id}
        data-field={field.id}
        className="ac-input ac-multichoiceInput"
        style={{ width: '100%' }}
        defaultValue={field.value}
        aria-labelledby={labelId}
        aria-invalid={isWrong(field)}
        aria-describedby={describedBy}
      >
        <option value="" />
        {choices.map(({ title, value }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    );
  }
  const chosen = isMany ? field.value.split(',') : [field.value];
  return (
    <div
      id={id}
      className={`ac-input ac-choiceSetInput-${isMany ? 'multiSelect' : 'expanded'}`}
      style={{ width: '100%', minWidth: '0' }}
      role={isMany ? 'group' : 'radiogroup'}
      aria-label={field.label}
      aria-invalid={isMany ? undefined : isWrong(field)}
      aria-describedby={describedBy}
    >
      {choices.map(({ title, value }) => (
        <div key={value} style={{ display: 'flex', alignItems: 'center' }}>
          <input
            id={`${id}-${value}`}
            data-field={field.id}
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            value={value}
            defaultChecked={chosen.includes(value)}
            style={{ margin: '0', flex: '0 0 auto' }}
            aria-invalid={isMany ? isWrong(field) : undefined}
          />
          <label htmlFor={`${id}-${value}`} style={{ ...plain, flex: '1 1 auto', marginLeft: '12px', minWidth: '0' }}>
            {title}
          </label>
        </div>
      ))}
    </div>
  );
}

export function FieldView({
  field,
  room,
  onEnter,
}: {
  readonly field: Field;
  readonly room: RoomOnPage;
  readonly onEnter: () => void;
}) {
  const id = useId();
  const { problems, hint, input } = field;
  const about = [
    ...problems.map((_, place) => `${id}-problem-${place}`),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  const control: Control = { field, id, labelId: `${id}-label`, describedBy: about.join(' ') || undefined };
  return (
    <div className="ac-container" style={column}>
      {problems.map((text, place) => (
        <div key={place} id={`${id}-problem-${place}`} style={problem}>
          {text}
        </div>
      ))}
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <label id={control.labelId} htmlFor={id} style={{ marginBottom: '8px' }}>
          <span style={runLook(14, true)}>{field.label}</span>
        </label>
        {input.kind === 'text' ? (
          <TextControl {...control} isMultiline={input.isMultiline} room={room} onEnter={onEnter} />
        ) : (
          <ChoiceControl {...control} input={input} />
        )}
      </div>
      {hint !== undefined && (
        <div id={`${id}-hint`} style={small}>
          {hint}
        </div>
      )}
    </div>
  );
}

export function inputsIn(element: HTMLElement): Readonly<Record<string, string>> {
  const inputs = new Map<string, string>();
  for (const one of element.querySelectorAll<HTMLElement>('[data-field]')) {
    const isField =
      one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement || one instanceof HTMLInputElement;
    const name = one.dataset['field'];
    if (!isField || name === undefined || one.value === '') continue;
    if (one instanceof HTMLInputElement && one.type !== 'text' && !one.checked) continue;
    const before = inputs.get(name);
    inputs.set(name, before === undefined ? one.value : `${before},${one.value}`);
  }
  return Object.fromEntries(inputs);
}
