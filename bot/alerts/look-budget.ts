import type { TargetBudget } from './target-budget.ts';

export type Channel = Parameters<TargetBudget['takeTurn']>[0];

/** Asks for each channel once during one look. */
export function budgetOfLook(budget: TargetBudget) {
  const held = new Map<string, Promise<boolean>>();
  const usedUp = new Set<string>();
  const spare = new Set<string>();
  const take = async (name: string, ask: () => Promise<boolean>): Promise<boolean> => {
    if (usedUp.has(name)) return false;
    const isTaken = await ask();
    if (!isTaken) usedUp.add(name);
    return isTaken;
  };
  const isHeld: TargetBudget['isHeld'] = (target) => {
    const known = held.get(target.conversationId) ?? budget.isHeld(target);
    held.set(target.conversationId, known);
    return known;
  };
  const turn: TargetBudget['takeTurn'] = async (target) =>
    !(await isHeld(target)) &&
    (spare.delete(target.conversationId) ||
      (await take(`turn ${target.conversationId}`, () => budget.takeTurn(target))));
  return {
    isHeld,
    turn,
    giveBack: (target: Channel) => void spare.add(target.conversationId),
    post: (target: Channel, isFirst: boolean) =>
      take(`post ${isFirst} ${target.conversationId}`, () => budget.takePost(target, isFirst)),
  };
}
export type BudgetOfLook = ReturnType<typeof budgetOfLook>;
