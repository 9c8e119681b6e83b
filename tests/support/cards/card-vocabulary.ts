import { z } from 'zod';

// The words that Adaptive Cards 1.5 knows. Clients forgive another case; one spelling is enough for us.

export const spacing = z.enum(['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding']);
export const horizontal = z.enum(['left', 'center', 'right']);
export const vertical = z.enum(['top', 'center', 'bottom']);
export const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
export const pixels = z.string().regex(/^\d+px$/, 'a number of pixels such as 50px');

/** How text looks, in a TextBlock and in a TextRun. */
export const textLook = {
  color: z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']).optional(),
  fontType: z.enum(['default', 'monospace']).optional(),
  isSubtle: z.boolean().optional(),
  size: z.enum(['default', 'small', 'medium', 'large', 'extraLarge']).optional(),
  weight: z.enum(['default', 'lighter', 'bolder']).optional(),
};

/** What every element of a body may have. */
export const anyElement = {
  id: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: spacing.optional(),
  height: z.enum(['auto', 'stretch']).optional(),
};
