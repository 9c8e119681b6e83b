import { z } from 'zod';

/** A setting that lists, between commas, spaces or line ends; nothing where it is left out. */
export const listed = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/u).filter((part) => part !== ''));
