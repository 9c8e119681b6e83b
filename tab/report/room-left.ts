import { isQuestion, longestFollowUp, questionOn } from '../../concerns/terms/questions.ts';
import type { Route } from '../../concerns/terms/routes.ts';

/** How much more a field takes, or by how much too long it is. */
export type Room = { readonly kind: 'left' | 'over'; readonly by: number };

/** For how long nobody types before it is said what room is left, in milliseconds: not at every key. */
const restMs = 1_500;

/** The most characters that a field of a card takes, by its name; `undefined` for one that says no such thing. */
export function mostIn(id: string, route: Route = 'staff'): number | undefined {
  if (id === 'addition') return longestFollowUp;
  const question = isQuestion(id) ? questionOn(route, id) : undefined;
  return question?.kind === 'text' ? question.max : undefined;
}

/** The room for more than a text, counted as the server counts; `undefined` until three quarters are full. */
export function roomFor(text: string, most: number): Room | undefined {
  const left = most - text.trim().length;
  if (left > most / 4) return undefined;
  return left < 0 ? { kind: 'over', by: -left } : { kind: 'left', by: left };
}

/**
 * Shows below a field how much more it takes, and says so politely once nobody types. Returns what ends it. The field
 * takes more than it should: nothing that is pasted into it is cut.
 */
export function showRoom(
  field: HTMLTextAreaElement | HTMLInputElement,
  most: number,
  tell: { readonly words: (room: Room) => string; readonly announce: (words: string) => void },
): () => void {
  const line = document.createElement('p');
  line.className = 'candour-room';
  line.id = `${field.id}-room`;
  // Below the row that the renderer puts a field into, not beside the field.
  (field.parentElement ?? field).after(line);
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' '));
  let rest: ReturnType<typeof setTimeout> | undefined;
  let said = '';

  function show(): void {
    const room = roomFor(field.value, most);
    line.textContent = room ? tell.words(room) : '';
    line.hidden = room === undefined;
    line.toggleAttribute('data-over', room?.kind === 'over');
  }
  function typed(): void {
    show();
    clearTimeout(rest);
    rest = setTimeout(() => {
      const words = line.textContent ?? '';
      if (words !== '' && words !== said) tell.announce(words);
      said = words;
    }, restMs);
  }
  show();
  field.addEventListener('input', typed);
  return () => {
    clearTimeout(rest);
    field.removeEventListener('input', typed);
  };
}
