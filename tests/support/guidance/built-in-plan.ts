import { loadBuiltInPlan } from '../../../guidance/node/built-in-texts.ts';

/** The plan that comes with Candour. */
export const plan = loadBuiltInPlan();

/** An item of it, with a scene. Throws where there is none of that name. */
export function findItem(id: string) {
  const item = plan.find((one) => one.id === id);
  if (item === undefined) throw new Error('no such item');
  return item;
}

/** The item that examples show. */
export const exampleItem = findItem('both-wanted-it');
