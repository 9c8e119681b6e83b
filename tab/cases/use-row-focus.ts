import { type RefObject, useEffect, useRef } from 'react';
import type { ListMemory } from './list-memory.ts';
import type { ListState } from './list-state.ts';

const focusOn = (region: HTMLElement | null, caseId: string): void =>
  region?.querySelector<HTMLElement>(`[data-case="${CSS.escape(caseId)}"]`)?.focus();

/**
 * Someone who goes through the list by keyboard keeps their place: on the case that they come back from, or on the
 * first new one once the button for more is gone.
 */
export function useRowFocus(
  region: RefObject<HTMLElement | null>,
  memory: ListMemory,
  list: ListState,
  showMore: () => Promise<void>,
): void {
  const before = useRef({ count: 0, hadNext: false });
  const { rows, next, hasCome, isWaiting } = list;

  useEffect(() => {
    if (!hasCome || isWaiting || memory.opened === undefined) return;
    const isThere = rows.some((row) => row.figures.caseId === memory.opened);
    // It may be further down than the first page.
    if (!isThere && next !== undefined && rows.length < memory.shown) return void showMore();
    focusOn(region.current, memory.opened);
    memory.opened = undefined;
  }, [hasCome, isWaiting, rows, next, memory, region, showMore]);

  useEffect(() => {
    const { count, hadNext } = before.current;
    before.current = { count: rows.length, hadNext: next !== undefined };
    const firstNew = rows[count];
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (count > 0 && hadNext && next === undefined && firstNew && isLost) {
      focusOn(region.current, firstNew.figures.caseId);
    }
  }, [rows, next, region]);
}
