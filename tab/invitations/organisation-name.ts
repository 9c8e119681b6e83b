const namePattern = /^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]{0,79}$/u;

/** One line of letters, numbers and the marks of names. */
export const isOrganisationName = (name: string): boolean => namePattern.test(name.trim());
