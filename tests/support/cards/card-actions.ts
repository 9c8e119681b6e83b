import { z } from 'zod';

const anyAction = {
  id: z.string().min(1).optional(),
  title: z.string().min(1),
  iconUrl: z.string().startsWith('data:image/').optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  tooltip: z.string().min(1).optional(),
  isEnabled: z.boolean().optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
};
const data = z.record(z.string(), z.json());
// It leaves the client: never by plain http.
const reachable = z.url({ protocol: /^(https|tel|mailto)$/ });

/** A button. `associatedInputs` is left out: it drops what was typed, and iOS ignores it. Each has a title. */
export const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Action.Execute'), ...anyAction, verb: z.string().min(1), data: data.optional() }),
  z.strictObject({ type: z.literal('Action.Submit'), ...anyAction, data: data.optional() }),
  z.strictObject({ type: z.literal('Action.OpenUrl'), ...anyAction, url: reachable }),
  z.strictObject({
    type: z.literal('Action.ToggleVisibility'),
    ...anyAction,
    targetElements: z.array(z.strictObject({ elementId: z.string().min(1), isVisible: z.boolean() })).min(1),
  }),
]);
