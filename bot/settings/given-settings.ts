export type Environment = Readonly<Record<string, string | undefined>>;

/** Trimmed; blank values, as in a copied .env.example, count as missing. */
export const givenSettings = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const given = value?.trim();
      return given ? [[name, given] as const] : [];
    }),
  );
