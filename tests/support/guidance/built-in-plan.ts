import { builtInPlan } from '../../../guidance/node/built-in-texts.ts';

/** The plan that comes with Candour. */
export const plan = builtInPlan();

/** An item of it, with a scene. Throws where there is none of that name. */
export function itemOf(id: string) {
  const item = plan.find((one) => one.id === id);
  if (item === undefined) throw new Error('no such item');
  return item;
}

/** The item that examples show. */
export const exampleItem = itemOf('both-wanted-it');
