/** The variables of a process, by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings that an environment gives, without the spaces around them. Blank counts as left out: so it stands in a
 * file that was copied from .env.example.
 */
export const givenSettings = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const given = value?.trim();
      return given ? [[name, given] as const] : [];
    }),
  );
